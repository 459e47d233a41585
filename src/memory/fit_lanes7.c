#include "fit_back7.h"

#include "fit_walk.h"

size_t fit_step_bytes7(bool has_luck)
{
    return has_luck ? sizeof(struct guess) : sizeof(struct step);
}

double fit_pack_loss7(const struct fit_pack *pack, const double *w,
                      double *slope)
{
    struct terms t = terms_of(w);
    memset(slope, 0, FSRS7_WEIGHTS * sizeof *slope);
    return groups_loss(pack, &t, slope);
}
