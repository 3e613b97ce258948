package org.parley.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether an agreement ended, as the UCDP Peace Agreements code it.
///
/// @param agreement its number there
/// @param ended whether it ended
/// @param on the day it ended; null if it did not, or if no day is given
public record AgreementFate(long agreement, boolean ended, @Nullable LocalDate on) {}
