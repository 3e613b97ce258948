/// **Who gave how much of the support in a series, and how unevenly?**
///
/// [DonorShares] adds the exact values of a series by donor: for the whole, by year, and by month.
/// [DonorChange] compares the last twelve months with the twelve before. [MoneyUnit] reads units
/// such as `billion EUR`, so that a series can be set beside pledges of the same currency. Nothing
/// is converted between currencies. Cost: linear in the values, apart from sorting.
@NullMarked
package org.parley.outlook.support;

import org.jspecify.annotations.NullMarked;
