package org.parley.web.view;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.ComplaintAnswer;
import org.parley.answer.JsonKey;
import tools.jackson.databind.JsonNode;

/// A problem as programs are told it. See RFC 9457, Problem Details for HTTP APIs, 2023.
///
/// @param title what happened, in a few words
/// @param advice what to do, starting with "Maybe"
/// @param troubles what is wrong with records; absent for problems of another kind
/// @param clashes the current records; likewise
/// @param faults the faults of the case, for mediators; likewise
/// @param widens what more people would read; likewise
public record ProblemAnswer(
    String type,
    String title,
    int status,
    String detail,
    ProblemCode code,
    String advice,
    @Nullable List<Trouble> troubles,
    @Nullable List<RecordClash> clashes,
    @Nullable List<CaseFault> faults,
    @Nullable List<Widened> widens) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /// A fault of a record.
  ///
  /// @param record its id; absent where it is not of one record
  public record Trouble(
      @Nullable String record,
      List<String> path,
      @JsonKey(isInline = true) ComplaintAnswer complaint) {}

  /// The current version of a record that somebody else changed; `null` where it was removed.
  public record RecordClash(
      String id,
      @JsonKey(isNull = true) @Nullable String version,
      @JsonKey(isNull = true) @Nullable JsonNode record,
      List<Differs> differs) {}

  /// A field that differs.
  public record Differs(
      String field,
      @JsonKey(isNull = true) @Nullable JsonNode yours,
      @JsonKey(isNull = true) @Nullable JsonNode now) {}

  /// A fault of the files of a case.
  public record CaseFault(String place, String message, String advice) {}

  /// A record or a part of one that more people would read.
  public record Widened(
      String record, String part, JsonNode before, JsonNode after, String readers) {}

  public static ProblemAnswer of(ProblemCode code, String title, String detail, String advice) {
    return new ProblemAnswer(
        Link.api(code.type()), title, code.status(), detail, code, advice, null, null, null, null);
  }

  /// A case that cannot be read.
  ///
  /// @param shown the faults of its files, which mediators are told; empty for others
  public static ProblemAnswer faulty(List<FaultView> shown) {
    ProblemAnswer problem =
        of(
            ProblemCode.FAULTY_CASE,
            "The case has faults",
            "It cannot be shown until they are corrected.",
            "Maybe correct its files: each fault has its place.");
    return shown.isEmpty()
        ? problem
        : problem.withFaults(
            shown.stream()
                .map(each -> new CaseFault(each.place(), each.message(), each.advice()))
                .toList());
  }

  public ProblemAnswer withTroubles(List<Trouble> all) {
    return new ProblemAnswer(
        type, title, status, detail, code, advice, all, clashes, faults, widens);
  }

  public ProblemAnswer withClashes(List<RecordClash> all) {
    return new ProblemAnswer(
        type, title, status, detail, code, advice, troubles, all, faults, widens);
  }

  public ProblemAnswer withFaults(List<CaseFault> all) {
    return new ProblemAnswer(
        type, title, status, detail, code, advice, troubles, clashes, all, widens);
  }

  public ProblemAnswer withWidens(List<Widened> all) {
    return new ProblemAnswer(
        type, title, status, detail, code, advice, troubles, clashes, faults, all);
  }

  /// Answers with the problem.
  public void show(Context ctx) {
    ctx.status(status).contentType(MEDIA_TYPE).result(AnswerJson.bytes(this));
  }
}
