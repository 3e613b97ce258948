/// **What became of others, and how good were forecasts?** Survival of agreements with intervals
/// over conflicts, and scores that reward an honest forecast.
///
/// Figures are exact fractions of the rows they come from. Intervals are resampled with a seed, and
/// are the same on every machine and any number of threads.
@NullMarked
package org.parley.outlook;

import org.jspecify.annotations.NullMarked;
