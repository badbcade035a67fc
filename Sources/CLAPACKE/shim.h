#pragma once
#include <cblas.h>
#include <lapacke.h>

/* lapack_int is a macro, which Swift cannot see. */
typedef lapack_int clapacke_int;
_Static_assert(sizeof(clapacke_int) == 4, "growth needs LAPACKE with 32-bit integers");
