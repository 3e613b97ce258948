package org.parley.model.position;

import org.jspecify.annotations.Nullable;
import org.parley.model.text.Amount;

/// A party's view of a quantity: its red lines on either side, and the worth of the values.
///
/// @param atLeast the least value that it accepts; default: the least there is
/// @param atMost the largest value that it accepts; default: the largest there is
/// @param worth how the worth changes with the value; default: all values are worth the same
public record AcceptedRange(
    @Nullable Amount atLeast, @Nullable Amount atMost, @Nullable WorthCurve worth) {}
