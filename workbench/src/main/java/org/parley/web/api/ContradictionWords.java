package org.parley.web.api;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.board.cell.Contradiction;
import org.parley.model.Id;
import org.parley.model.claim.ClaimId;
import org.parley.web.view.ClaimsChange;
import org.parley.web.view.OpenCase;
import org.parley.wording.BoardWording;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The contradictions of a case in words: a large case has thousands, and a change touches few.
///
/// The words of two claims depend on these, the parties and the language alone. Those of acts are
/// made each time. Thread-safe.
record ContradictionWords(OpenCase open, Map<Said, String> known) implements OpenCase.Following {

  /// With more, of many days, all are made anew.
  private static final int MOST = 50_000;

  record Said(Language language, Contradiction contradiction) {}

  static ContradictionWords of(OpenCase open) {
    return open.once(
        ContradictionWords.class, each -> new ContradictionWords(each, new ConcurrentHashMap<>()));
  }

  String of(Contradiction each) {
    return each.first() instanceof ClaimId && each.second() instanceof ClaimId
        ? known.computeIfAbsent(new Said(Language.current(), each), _ -> made(each))
        : made(each);
  }

  private String made(Contradiction each) {
    return new BoardWording(Messages.current(), open.view()).contradiction(each).text();
  }

  @Override
  public OpenCase.@Nullable Following after(OpenCase next) {
    ClaimsChange change = ClaimsChange.between(open, next);
    if (!change.isOfFewClaims() || known.size() > MOST) {
      return null;
    }
    Set<Id> other = new HashSet<>();
    change.gone().forEach(each -> other.add(each.id()));
    Map<Said, String> same = new ConcurrentHashMap<>(known);
    same.keySet()
        .removeIf(
            each ->
                other.contains(each.contradiction.first())
                    || other.contains(each.contradiction.second()));
    return new ContradictionWords(next, same);
  }
}
