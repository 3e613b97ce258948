package org.parley.cli.journal;

import picocli.CommandLine.Option;

/// Under whose name something is entered into the journal, and for what reason.
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

  /// What is done, with the reason after it where one is given.
  String reasonAfter(String done) {
    return why.isBlank() ? done : done + " " + why.strip();
  }
}
