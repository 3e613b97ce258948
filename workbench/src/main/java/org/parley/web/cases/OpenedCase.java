package org.parley.web.cases;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.parley.operate.ServerStatus;
import org.parley.store.JournalUnavailableException;
import org.parley.store.people.Accounts;
import org.parley.web.service.JournalCaseService;

/// A case that is open: its server within the program, its records, its roles.
public interface OpenedCase extends AutoCloseable {

  /// Answers requests to its addresses.
  Handler handler();

  /// Its records.
  JournalCaseService service();

  /// Its roles, tokens and audit.
  Accounts people();

  /// How it is, for those who run the server.
  ServerStatus status();

  /// Waits until its records are read, but not longer than a time since it was opened. Then its
  /// pages say how far it is.
  ///
  /// @throws JournalUnavailableException where they cannot be read
  void awaitReading(Duration time) throws JournalUnavailableException;

  @Override
  void close();
}
