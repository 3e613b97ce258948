package org.parley.model.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.model.Id;
import org.parley.model.text.Subject;

/// The ids probably meant by unknown ones.
///
/// Each unknown id is compared with all that are known, so that the cost would be their product.
/// After many comparisons no further one is looked for.
final class MeantIds {

  private static final long MOST_COMPARED = 10_000_000;

  private final RecordsUnderCheck records;
  private final long most;

  /// The ids meant, by the mistake, which is often repeated.
  private final Map<String, Optional<String>> meant = new HashMap<>();

  private long compared;

  MeantIds(RecordsUnderCheck records) {
    this(records, MOST_COMPARED);
  }

  /// The same.
  ///
  /// @param most so many comparisons are enough
  MeantIds(RecordsUnderCheck records, long most) {
    this.records = records;
    this.most = most;
  }

  /// The same violations, with what is probably meant.
  List<CaseViolation> advise(List<CaseViolation> problems) {
    return problems.stream().map(this::advise).toList();
  }

  private CaseViolation advise(CaseViolation problem) {
    return switch (problem.rule()) {
      case Rule.NoSuchId(Id id, _) -> advise(problem, id);
      case Rule.WrongKind(_, Id id) -> advise(problem, id);
      default -> problem;
    };
  }

  private CaseViolation advise(CaseViolation problem, Id id) {
    String key = problem.path().getFirst();
    Optional<String> nearest =
        meant.computeIfAbsent(id + " in " + key, _ -> search(id, key.equals("about")));
    return new CaseViolation(
        problem.record(),
        problem.path(),
        problem.rule(),
        problem.value(),
        nearest.orElse(problem.meant()));
  }

  private Optional<String> search(Id id, boolean isSubject) {
    if (compared >= most) {
      return Optional.empty();
    }
    compared += records.declared().size();
    List<String> names =
        records.declared().values().stream()
            .map(each -> each.mention().id())
            .filter(
                other ->
                    isSubject ? other instanceof Subject : other.getClass().equals(id.getClass()))
            .map(Id::value)
            .toList();
    return Spelling.nearest(id.value(), names);
  }
}
