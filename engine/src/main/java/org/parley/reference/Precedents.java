package org.parley.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Agreements with the same topics, joined with what became of them.
///
/// Several agreements may name one accord of the Peace Accords Matrix: amendments and later
/// agreements of the same process do. The oldest of them is the accord; the others are not joined,
/// because the years are counted from it.
///
/// Cost: a question looks at each agreement once.
public final class Precedents {

  private static final Comparator<Precedent> NEAREST_FIRST =
      Comparator.comparingInt(Precedent::nearness)
          .reversed()
          .thenComparing(each -> each.agreement().date(), Comparator.reverseOrder())
          .thenComparingInt(each -> each.agreement().id());

  private final List<PaxAgreement> agreements;
  private final AccordHistory history;
  private final Map<Long, AgreementFate> fates = new HashMap<>();
  private final Map<Integer, PaxAgreement> accords = new HashMap<>();
  private final Set<String> graded = new HashSet<>();

  private Precedents(List<PaxAgreement> agreements, AccordHistory history) {
    this.agreements = agreements;
    this.history = history;
  }

  /// Joins collections. Any of them may be empty.
  public static Precedents of(
      Collection<PaxAgreement> agreements, AccordHistory history, Collection<AgreementFate> fates) {
    Precedents all = new Precedents(List.copyOf(agreements), history);
    fates.forEach(each -> all.fates.put(each.agreement(), each));
    for (PaxAgreement each : all.agreements) {
      Integer accord = each.pamAccord();
      if (accord != null) {
        all.accords.merge(accord, each, Precedents::older);
      }
      each.codes()
          .forEach(
              (code, value) -> {
                if (value > 1) {
                  all.graded.add(code);
                }
              });
    }
    return all;
  }

  private static PaxAgreement older(PaxAgreement one, PaxAgreement other) {
    return other.date().isBefore(one.date()) ? other : one;
  }

  /// Whether there is any agreement to look at.
  public boolean isEmpty() {
    return agreements.isEmpty();
  }

  /// The agreements.
  public List<PaxAgreement> agreements() {
    return agreements;
  }

  /// The accords, year by year.
  public List<AccordYear> accordYears() {
    return history.accords().stream().flatMap(each -> history.years(each).stream()).toList();
  }

  /// The topics that some agreement has.
  public Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    agreements.forEach(each -> codes.addAll(each.codes().keySet()));
    return codes;
  }

  /// The precedents of some topics.
  public PrecedentList find(PrecedentQuery query) {
    List<Precedent> found = new ArrayList<>();
    if (!query.codes().isEmpty()) {
      for (PaxAgreement each : agreements) {
        if (each.hasAll(query.codes())) {
          found.add(precedent(each, query));
        }
      }
    }
    found.sort(NEAREST_FIRST);
    Map<String, PrecedentList.CodeShare> byCode = new TreeMap<>();
    for (String code : query.codes()) {
      byCode.put(
          code,
          new PrecedentList.CodeShare(
              share(_ -> true, List.of(code)),
              share(each -> each.scope() == AgreementScope.INTERSTATE, List.of(code))));
    }
    return new PrecedentList(
        query, byCode, share(_ -> true, query.codes()), done(query.codes()), found);
  }

  private RowShare share(Predicate<PaxAgreement> among, List<String> codes) {
    List<Integer> part = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (PaxAgreement each : agreements) {
      if (among.test(each)) {
        all.add(each.id());
        if (!codes.isEmpty() && each.hasAll(codes)) {
          part.add(each.id());
        }
      }
    }
    return new RowShare(part, all);
  }

  private Map<Provision, Map<Integer, RowShare>> done(List<String> codes) {
    Map<Provision, Map<Integer, RowShare>> done = new LinkedHashMap<>();
    for (Provision provision : CodeProvisions.of(codes)) {
      Map<Integer, RowShare> years = new LinkedHashMap<>();
      AccordHistory.YEARS.forEach(year -> years.put(year, history.done(provision, year)));
      done.put(provision, years);
    }
    return done;
  }

  private Precedent precedent(PaxAgreement agreement, PrecedentQuery query) {
    Map<String, Integer> grades = new TreeMap<>();
    for (String code : query.codes()) {
      Integer value = agreement.codes().get(code);
      if (value != null && graded.contains(code)) {
        grades.put(code, value);
      }
    }
    Integer accord = accord(agreement);
    Long ucdp = agreement.ucdpAgreement();
    return new Precedent(
        agreement,
        grades,
        query.nearness(agreement.scope(), agreement.kind(), agreement.stage()),
        accord,
        accord == null ? List.of() : courses(accord, query.codes()),
        ucdp == null ? null : fates.get(ucdp));
  }

  private @Nullable Integer accord(PaxAgreement agreement) {
    Integer named = agreement.pamAccord();
    return named != null && agreement.equals(accords.get(named)) && !history.years(named).isEmpty()
        ? named
        : null;
  }

  private List<ProvisionCourse> courses(int accord, List<String> codes) {
    List<ProvisionCourse> courses = new ArrayList<>();
    for (Provision provision : CodeProvisions.of(codes)) {
      List<ProvisionCourse.YearState> years = new ArrayList<>();
      for (AccordYear each : history.years(accord)) {
        ProvisionState state = each.provisions().get(provision);
        if (state != null && AccordHistory.YEARS.contains(each.year())) {
          years.add(new ProvisionCourse.YearState(each.year(), state, each.row()));
        }
      }
      if (!years.isEmpty()) {
        courses.add(new ProvisionCourse(provision, years));
      }
    }
    return courses;
  }
}
