package org.parley.web.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.answer.board.WarningsAnswer;
import org.parley.answer.board.WarningsAnswer.FoundWarning;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.model.Id;
import org.parley.model.claim.Claim;
import org.parley.wording.Language;

/// The warnings of a case, found once. Those of a record are said in words when they are shown.
///
/// A doubt about a claim depends on the claim and its sources. So after a change only claims that
/// changed are looked at again, and all other records, which are few in a large case.
public final class CaseWarnings implements OpenCase.Following {

  private final OpenCase open;

  /// The doubts about claims, in the order of ids.
  private final List<FoundWarning> ofClaims;

  /// Words without a match, and the doubts about all other records.
  private final List<FoundWarning> loose;

  private final List<FoundWarning> ofOthers;

  private final Map<String, List<FoundWarning>> others;
  private final Map<Language, WarningsAnswer> byLanguage = new ConcurrentHashMap<>();
  private volatile @Nullable List<FoundWarning> all;

  private CaseWarnings(OpenCase open, List<FoundWarning> ofClaims) {
    this.open = open;
    this.ofClaims = ofClaims;
    this.loose = WarningsAnswer.findLoose(open.view());
    this.ofOthers = WarningsAnswer.findOfOthers(open.view());
    this.others =
        Stream.concat(loose.stream(), ofOthers.stream())
            .collect(Collectors.groupingBy(each -> each.record().value()));
  }

  @Override
  public @Nullable CaseWarnings after(OpenCase next) {
    ClaimsChange change = ClaimsChange.between(open, next);
    if (!change.isOfFewClaims()) {
      return null;
    }
    Set<String> changed = new HashSet<>();
    change.gone().forEach(each -> changed.add(each.id().value()));
    List<FoundWarning> now = new ArrayList<>(ofClaims);
    for (String each : changed) {
      now.subList(first(now, each), last(now, each)).clear();
    }
    for (Claim each : change.added()) {
      now.addAll(
          first(now, each.id().value()), WarningsAnswer.findOfClaims(next.view(), List.of(each)));
    }
    return new CaseWarnings(next, now);
  }

  /// All warnings of a case, in the current language.
  public static WarningsAnswer of(OpenCase open) {
    CaseWarnings found = found(open);
    return found.byLanguage.computeIfAbsent(
        Language.current(), _ -> WarningsAnswer.of(found.list()));
  }

  /// All warnings of a case, without words.
  public static List<FoundWarning> list(OpenCase open) {
    return found(open).list();
  }

  private List<FoundWarning> list() {
    List<FoundWarning> known = all;
    if (known == null) {
      known =
          Stream.concat(
                  loose.stream(),
                  Stream.concat(ofOthers.stream(), ofClaims.stream())
                      .sorted(Comparator.comparing(each -> each.record().value())))
              .toList();
      all = known;
    }
    return known;
  }

  /// The warnings about one record.
  public static List<RecordWarning> of(OpenCase open, Id record) {
    CaseWarnings found = found(open);
    String id = record.value();
    List<FoundWarning> ofClaim =
        found.ofClaims.subList(first(found.ofClaims, id), last(found.ofClaims, id));
    return Stream.concat(found.others.getOrDefault(id, List.of()).stream(), ofClaim.stream())
        .map(FoundWarning::inWords)
        .toList();
  }

  /// The place of the first doubt about a record, or where it would stand.
  private static int first(List<FoundWarning> doubts, String id) {
    return place(doubts, id, 0);
  }

  /// The place after the last doubt about a record.
  private static int last(List<FoundWarning> doubts, String id) {
    return place(doubts, id, 1);
  }

  /// The number of doubts whose record compares below `limit` with an id.
  private static int place(List<FoundWarning> doubts, String id, int limit) {
    int low = 0;
    int high = doubts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.signum(doubts.get(middle).record().value().compareTo(id)) < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Finds them now.
  public static void prepare(OpenCase open) {
    var _ = found(open);
  }

  private static CaseWarnings found(OpenCase open) {
    return open.once(
        CaseWarnings.class,
        each ->
            new CaseWarnings(each, WarningsAnswer.findOfClaims(each.view(), each.view().claims())));
  }
}
