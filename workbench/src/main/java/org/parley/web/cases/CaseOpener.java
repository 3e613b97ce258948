package org.parley.web.cases;

import java.util.function.BooleanSupplier;
import org.parley.store.JournalUnavailableException;
import org.parley.store.cases.HostedCase;

/// Opens cases.
@FunctionalInterface
public interface CaseOpener {

  /// Opens a case.
  ///
  /// @param isArchived whether it is read-only now
  OpenedCase open(HostedCase hosted, BooleanSupplier isArchived) throws JournalUnavailableException;
}
