package org.parley.cli.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.JsonKey;
import org.parley.cli.ExitCode;
import org.parley.store.BallotBox;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;
import org.parley.store.Snapshot;
import org.parley.store.Verification;
import org.parley.store.Violation;
import org.parley.store.people.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parley verify CASE`: is the journal as it was recorded?
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Recomputes the hash chains of journal, audit and sealed answers, and compares accounts and"
          + " tokens with them.",
      "Also checks that the records make a case. Nothing is told of any answer."
    },
    footerHeading =
        "%nExit code 0: all hold. 1: one does not. 66: no such folder, or no journal yet. 69: in use.%n%n",
    footer = {
      "Examples:",
      "  parley verify my-case",
      "  parley verify my-case --noted 5f1d...   and nothing of what was there then is lost",
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final int MOST_SHOWN = 10;

  @Mixin private final JournalArgument argument;

  @Option(
      names = "--noted",
      paramLabel = "HASH",
      split = ",",
      description =
          "A hash printed earlier, here or in a briefing, and noted elsewhere."
              + " May be given several times.")
  private List<String> noted = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the password of a database
  public VerifyCommand(Map<String, String> environment) {
    argument = new JournalArgument(environment);
  }

  @Override
  public Integer call() throws IOException, JournalUnavailableException {
    if (spec == null) {
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    Findings found = find(spec.commandLine().getErr());
    out.println(json ? AnswerJson.pretty(answer(found)) : words(found));
    return switch (found.journal) {
      case Verification.Intact(long entries, _) when entries == 0 -> ExitCode.NO_INPUT;
      case Verification.Intact _ when found.isIntact() && found.records.violations.isEmpty() ->
          ExitCode.OK;
      case Verification.Intact _, Verification.Broken _ -> ExitCode.PROBLEMS;
    };
  }

  /// @param journal the verification of the entries
  /// @param people the verification of accounts, tokens and the audit
  /// @param sealed the verification of the sealed answers in rounds
  /// @param lost the noted hashes that are missing
  /// @param records the validation of the records at the head
  private record Findings(
      Verification journal,
      Verification people,
      Verification sealed,
      List<String> lost,
      Records records) {
    boolean isIntact() {
      return journal instanceof Verification.Intact
          && people instanceof Verification.Intact
          && sealed instanceof Verification.Intact
          && lost.isEmpty();
    }
  }

  /// @param violations the violations of the records
  /// @param setAside the ids of hidden records that do not fit the others
  private record Records(List<Violation> violations, List<String> setAside) {
    static Records of(Snapshot last) {
      return new Records(
          last.contents().isEmpty() ? List.of() : last.violations(),
          last.findCase().stream()
              .flatMap(each -> each.setAside().stream())
              .map(each -> each.record().id().value())
              .distinct()
              .toList());
    }
  }

  private Findings find(PrintWriter err) throws IOException, JournalUnavailableException {
    List<String> lost = new ArrayList<>(noted);
    Verification ofJournal;
    Verification ofSealed;
    Records records;
    try (Journal journal = argument.openExisting(err)) {
      ofJournal = journal.verify(null);
      ofSealed = BallotBox.of(journal.database()).verify();
      records = Records.of(journal.snapshot());
      lost.removeIf(journal::has);
    }
    try (Accounts people = Accounts.existing(argument.address(err))) {
      Verification ofPeople = people.verify();
      lost.removeIf(people::has);
      return new Findings(ofJournal, ofPeople, ofSealed, lost, records);
    }
  }

  private static String words(Findings found) {
    StringBuilder words = new StringBuilder();
    switch (found.journal) {
      case Verification.Intact(long entries, _) when entries == 0 ->
          words.append(
              "The journal has no entries, so nothing was verified. Maybe check the path.");
      case Verification.Intact(long entries, String head) ->
          words
              .append(entries == 1 ? "1 entry" : entries + " entries")
              .append(", each as it was recorded. The last has the hash\n")
              .append(head);
      case Verification.Broken(long number, String what) ->
          words
              .append("Entry ")
              .append(number)
              .append(" is not as it was recorded: ")
              .append(what)
              .append(". Maybe compare with a copy of the journal.");
    }
    switch (found.people) {
      case Verification.Intact(long rows, _) when rows == 0 -> {}
      case Verification.Intact(long rows, String head) ->
          words
              .append("\nAccounts, tokens and ")
              .append(rows == 1 ? "1 row" : rows + " rows")
              .append(" of the audit, each as it was written. The last has the hash\n")
              .append(head);
      case Verification.Broken(long number, String what) ->
          words
              .append("\nAccounts and audit are not as they were written, at row ")
              .append(number)
              .append(": ")
              .append(what)
              .append(". Maybe compare with a copy of the database.");
    }
    switch (found.sealed) {
      case Verification.Intact(long rows, _) when rows == 0 -> {}
      case Verification.Intact _ ->
          words.append("\nThe sealed answers in rounds, each as it was sealed.");
      case Verification.Broken(long number, String what) ->
          words
              .append("\nThe sealed answers are not as they were sealed, at row ")
              .append(number)
              .append(": ")
              .append(what)
              .append(". Maybe compare with a copy of the database.");
    }
    for (String each : found.lost) {
      words
          .append("\nNothing has the hash noted, ")
          .append(each)
          .append(
              ": what was there then was replaced, or lost at the end. Maybe compare with a copy.");
    }
    if (found.isIntact() && !(found.journal instanceof Verification.Intact(long n, _) && n == 0)) {
      words.append("\nNote it elsewhere: a journal that loses its end later no longer has it.");
    }
    if (!found.records.violations.isEmpty()) {
      words.append("\nIts records are no case:");
      found.records.violations.stream()
          .limit(MOST_SHOWN)
          .forEach(each -> words.append("\n  ").append(each.sentence()));
      words.append("\nMaybe see parley repair.");
    }
    if (!found.records.setAside.isEmpty()) {
      words
          .append("\nSet aside, because they do not fit what others have on record: ")
          .append(String.join(", ", found.records.setAside))
          .append(". Maybe correct them in the browser, under Set aside.");
    }
    return words.toString();
  }

  /// The result, for programs.
  ///
  /// @param entries how many entries, and the hash of the last; absent where one is broken
  /// @param entry the first that is broken, and how; absent where none is
  /// @param sealed the fault of the sealed answers; absent where they are intact
  private record JournalVerdict(
      boolean intact,
      @Nullable Long entries,
      @Nullable String head,
      @Nullable Long entry,
      @Nullable String what,
      AuditVerdict audit,
      @Nullable SealedVerdict sealed,
      @JsonKey("case") boolean isCase,
      @Nullable List<String> problems,
      @Nullable List<String> setAside,
      @Nullable List<String> lost) {}

  private record AuditVerdict(
      @Nullable Long rows, @Nullable String head, @Nullable Long row, @Nullable String what) {}

  /// The first row of the sealed answers that is broken, and how.
  private record SealedVerdict(long row, String what) {}

  private static JournalVerdict answer(Findings found) {
    var intact = found.journal instanceof Verification.Intact whole ? whole : null;
    var broken = found.journal instanceof Verification.Broken part ? part : null;
    return new JournalVerdict(
        found.isIntact(),
        intact == null ? null : intact.entries(),
        intact == null ? null : intact.head(),
        broken == null ? null : broken.number(),
        broken == null ? null : broken.what(),
        switch (found.people) {
          case Verification.Intact(long rows, String head) ->
              new AuditVerdict(rows, head, null, null);
          case Verification.Broken(long number, String what) ->
              new AuditVerdict(null, null, number, what);
        },
        found.sealed instanceof Verification.Broken(long number, String what)
            ? new SealedVerdict(number, what)
            : null,
        found.records.violations.isEmpty(),
        orAbsent(found.records.violations.stream().map(Violation::sentence).toList()),
        orAbsent(found.records.setAside),
        orAbsent(found.lost));
  }

  private static @Nullable List<String> orAbsent(List<String> all) {
    return all.isEmpty() ? null : all;
  }
}
