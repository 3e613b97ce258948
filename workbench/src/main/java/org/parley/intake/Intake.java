package org.parley.intake;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.casefile.CaseEdit;
import org.parley.reading.TextLanguage;
import org.parley.reading.cases.CandidateWords;
import org.parley.reading.cases.CaseReading;
import org.parley.wording.Messages;

/// The summary of a reading, and the edits of its acceptance, for terminal and pages.
public final class Intake {

  private Intake() {}

  /// The edits that write these proposals: the source first, if it is new.
  ///
  /// @param numbers the numbers of the proposals; incomplete ones are left out
  public static List<CaseEdit> edits(CaseReading reading, Collection<Integer> numbers) {
    return reading.accept(numbers).stream()
        .<CaseEdit>map(
            each ->
                each.isChange()
                    ? new CaseEdit.Change(each.record())
                    : new CaseEdit.Add(each.record(), null))
        .toList();
  }

  /// The counts of proposals: `4 claims, 1 next step`; `nothing` for none.
  public static String found(CaseReading reading) {
    Map<String, Long> kinds =
        reading.candidates().stream()
            .collect(
                Collectors.groupingBy(
                    each -> CandidateWords.kind(each.proposal()),
                    TreeMap::new,
                    Collectors.counting()));
    String found =
        kinds.entrySet().stream()
            .map(each -> each.getValue() + " " + counted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "nothing" : found;
  }

  /// The language in which a text was read, as a sentence; and whether its words tell it.
  public static String language(CaseReading reading) {
    TextLanguage language = reading.reading().language();
    String limits = limits(reading);
    String read =
        Messages.current()
            .text(
                "read-language",
                "language",
                Messages.current().say("language-name", "language", language.written()),
                "detected",
                language.isDetected());
    return limits.isEmpty() ? read : read + " " + limits;
  }

  /// The kinds read of a language that is read in part, as a sentence; empty for others.
  public static String limits(CaseReading reading) {
    return reading.reading().isInPart()
        ? Messages.current()
            .text(
                "read-in-part",
                "language",
                Messages.current()
                    .say("language-name", "language", reading.reading().language().written()))
        : "";
  }

  private static String counted(String kind, long count) {
    return kind + (count == 1 ? "" : "s");
  }

  /// The counts of rejected proposals by reason: `2 not in the text`; empty for none.
  public static String dropped(CaseReading reading) {
    return reading.reading().dropped().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(each -> each.getValue() + " " + CandidateWords.word(each.getKey()))
        .collect(Collectors.joining(", "));
  }

  /// Why a text could not be had, without a full stop.
  public static String reason(Exception e) {
    String message =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file. Maybe check the name";
          case ConnectException _ ->
              "nobody answers at this address. Maybe it is misspelt, or this machine is offline";
          case UnknownHostException _ ->
              "nobody answers at this address. Maybe it is misspelt, or this machine is offline";
          case HttpTimeoutException _ ->
              "there was no answer in time. Maybe save the page and read the file";
          default -> e.getMessage() == null ? "it could not be read" : e.getMessage();
        };
    return message.replaceFirst("\\.$", "");
  }
}
