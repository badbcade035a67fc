#pragma once
#include <xlsxwriter.h>

_Static_assert(sizeof(lxw_row_t) == 4 && sizeof(lxw_col_t) == 2, "growth counts rows by 32 bits and columns by 16");
