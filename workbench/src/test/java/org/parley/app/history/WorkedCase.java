package org.parley.app.history;

import java.util.ArrayList;
import java.util.List;
import org.parley.store.DatabaseAddress;

/// A case that clients work on, and what came of it.
///
/// @param path its path at every server; empty for the one case of a server
/// @param journal where its journal is
/// @param clients those who work on it over the network
/// @param terminals those who work on it at a terminal
record WorkedCase(
    String path,
    DatabaseAddress journal,
    History history,
    List<Client> clients,
    List<Terminal> terminals) {

  WorkedCase(String path, DatabaseAddress journal) {
    this(path, journal, new History(), new ArrayList<>(), new ArrayList<>());
  }

  void end() {
    clients.forEach(Client::end);
    terminals.forEach(Terminal::end);
  }

  /// Answers no server may give.
  List<String> errors() {
    List<String> errors = new ArrayList<>();
    clients.forEach(each -> errors.addAll(each.errors()));
    terminals.forEach(each -> errors.addAll(each.errors()));
    return errors.stream().map(each -> path + " " + each).toList();
  }
}
