package org.parley.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.proof.BadFindingException;
import org.parley.proof.RecordJson;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sweep of a job, with parts and answer as JSON. Making one may cost more than a part, so a
/// machine makes it once for all its parts.
public final class JobSweep {

  private final SeedSweep<?, ?> sweep;
  private final List<Seeds> parts;

  private JobSweep(SeedSweep<?, ?> sweep) {
    this.sweep = sweep;
    parts = sweep.seeds().parts(sweep.partSize());
  }

  public static JobSweep of(JobQuestion question) {
    return new JobSweep(question.sweep());
  }

  /// The sweep of a question that was sent as text.
  ///
  /// @throws BadFindingException if it is none
  public static JobSweep of(String question) throws BadFindingException {
    return of(RecordJson.read(JsonMapper.shared().readTree(question), JobQuestion.class));
  }

  /// The question as text, to be sent.
  public static String text(JobQuestion question) {
    return RecordJson.write(question, JobQuestion.class).toString();
  }

  /// The number of parts.
  public int size() {
    return parts.size();
  }

  /// All seeds.
  public Seeds seeds() {
    return sweep.seeds();
  }

  /// Computes a part; the same text on any machine.
  ///
  /// @param number from 0
  public String part(int number) {
    return part(sweep, parts.get(number));
  }

  private static <P> String part(SeedSweep<P, ?> sweep, Seeds part) {
    return RecordJson.write(sweep.part(part, Budget.unlimited()), sweep.partType()).toString();
  }

  /// The answer of all parts.
  ///
  /// @param results in the order of the parts
  /// @throws BadFindingException if a result is none of this sweep, or one is missing
  public JsonNode answer(Iterable<JsonNode> results) throws BadFindingException {
    return answer(sweep, results);
  }

  private static <P, A> JsonNode answer(SeedSweep<P, A> sweep, Iterable<JsonNode> results)
      throws BadFindingException {
    @Nullable P merged = null;
    for (JsonNode each : results) {
      P next = RecordJson.read(each, sweep.partType());
      merged = merged == null ? next : sweep.merged(merged, next);
    }
    if (merged == null) {
      throw new BadFindingException("parts", "is empty");
    }
    A answer = sweep.answer(merged);
    return RecordJson.write(
        answer instanceof Finding<?> finding ? RobustCounts.of(finding) : answer, Object.class);
  }
}
