package org.parley.cli.journal;

import picocli.CommandLine.Option;

/// The author and reason of journal entries.
final class Signature {

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Under whose name. Default: the user of this computer.")
  private String who = System.getProperty("user.name", "unknown");

  @Option(names = "--why", paramLabel = "WORDS", description = "For what reason.")
  private String why = "";

  String who() {
    return who;
  }

  String why() {
    return why;
  }

  /// The action, followed by the reason if there is one.
  String reasonAfter(String done) {
    return why.isBlank() ? done : done + " " + why.strip();
  }
}
