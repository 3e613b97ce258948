package org.parley.web.cases;

import org.eclipse.jetty.server.Handler;
import org.parley.operate.ServerStatus;
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

  @Override
  void close();
}
