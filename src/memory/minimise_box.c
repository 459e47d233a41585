#include "minimise_box.h"

#include <math.h>

/* A shape is raised by this share of its greatest bend at least. */
static const double least_raise = 1e-9;

/* Cholesky's factor of the shape's free part, raised; false where it is not
 * curved upwards everywhere. */
static bool factorise(const struct minimise_shape *shape, const bool *is_free,
                      int n, double raise, double lower[][MINIMISE_MAX])
{
    for (int i = 0; i < n; i++) {
        for (int k = 0; k <= i; k++) {
            double sum = i == k ? raise : 0;
            if (is_free[i] && is_free[k])
                sum += shape->bend[i][k];
            else if (i == k)
                sum += 1;
            for (int m = 0; m < k; m++)
                sum -= lower[i][m] * lower[k][m];
            if (i > k)
                lower[i][k] = sum / lower[k][k];
            else if (sum > raise / 2)
                lower[i][i] = sqrt(sum);
            else
                return false;
        }
    }
    return true;
}

static void substitute(double lower[][MINIMISE_MAX], int n, double *vector)
{
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < i; k++)
            vector[i] -= lower[i][k] * vector[k];
        vector[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++)
            vector[i] -= lower[k][i] * vector[k];
        vector[i] /= lower[i][i];
    }
}

/* The best step of the numbers that are free, where the others have theirs. */
static void solve(const struct minimise_shape *shape, const bool *is_free,
                  int n, const double *slope, const double *step,
                  double *wanted)
{
    double lower[MINIMISE_MAX][MINIMISE_MAX] = {{0}};
    double most = 0;
    for (int i = 0; i < n; i++) {
        most = fmax(most, shape->bend[i][i]);
        wanted[i] = is_free[i] ? -slope[i] : 0;
        for (int k = 0; k < n && is_free[i]; k++)
            if (!is_free[k])
                wanted[i] -= shape->bend[i][k] * step[k];
    }
    double raise = fmax(least_raise * most, 1e-300);
    while (!factorise(shape, is_free, n, raise, lower) && raise < 1e300)
        raise *= 10;
    substitute(lower, n, wanted);
}

/* Which number runs against its bound first on the way from `step` to what is
 * wanted, and how much of the way that is; -1 and 1: none does. */
static int first_bound(const bool *is_free, int n, const double *low,
                       const double *high, const double *step,
                       const double *wanted, double *share)
{
    int first = -1;
    *share = 1;
    for (int i = 0; i < n; i++) {
        double way = is_free[i] ? wanted[i] - step[i] : 0;
        double room = (way < 0 ? low[i] : high[i]) - step[i];
        if (fabs(way) > 0 && room / way < *share) {
            *share = fmax(room / way, 0);
            first = i;
        }
    }
    return first;
}

/* Each stretch of the way leads downwards, so all of it does. */
void minimise_box(const struct minimise_shape *shape, int count,
                  const double *slope, const double *low, const double *high,
                  double *step)
{
    bool is_free[MINIMISE_MAX] = {false};
    double wanted[MINIMISE_MAX];
    double share;
    int bound;
    for (int i = 0; i < count; i++) {
        step[i] = 0;
        is_free[i] =
            !((low[i] >= 0 && slope[i] > 0) || (high[i] <= 0 && slope[i] < 0));
    }
    do {
        solve(shape, is_free, count, slope, step, wanted);
        bound = first_bound(is_free, count, low, high, step, wanted, &share);
        for (int i = 0; i < count; i++)
            if (is_free[i])
                step[i] += share * (wanted[i] - step[i]);
        if (bound >= 0) {
            is_free[bound] = false;
            step[bound] =
                wanted[bound] < step[bound] ? low[bound] : high[bound];
        }
    } while (bound >= 0);
}
