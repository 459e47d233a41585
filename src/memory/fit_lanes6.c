#include "fit_step6.h"

#include "fit_walk.h"

size_t fit_step_bytes6(bool has_luck)
{
    return has_luck ? sizeof(struct guess) : sizeof(struct step);
}

double fit_pack_loss6(const struct fit_pack *pack, const double *w,
                      double *slope)
{
    struct terms t = terms_of(w);
    memset(slope, 0, FSRS6_WEIGHTS * sizeof *slope);
    return groups_loss(pack, &t, slope);
}
