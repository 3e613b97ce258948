package org.parley.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.acts.Acts;
import org.parley.model.CaseRecord;
import org.parley.model.act.Act;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.checks.Removal;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;

/// The records of a view that fall if sources are false.
///
/// A false source makes the sources false that relay it. A claim or an act falls if all its sources
/// are false, and a position, demand or guarantee if all its claims have fallen. Texts stay. A
/// record without sources and claims is an assumption, and stays.
///
/// Built in time linear in the records; each query is linear in the records that refer to what
/// falls.
public final class SourceDependence {

  private final CaseView view;
  private final Removal removal;

  private SourceDependence(CaseView view) {
    this.view = view;
    removal = Removal.from(view.records());
  }

  public static SourceDependence of(CaseView view) {
    return new SourceDependence(view);
  }

  public CaseView view() {
    return view;
  }

  /// The smallest sets of false sources that change a claim, an act, or an event of an instrument.
  /// They fell it, or leave it with sources that name no speaker. A source may be false by itself,
  /// or with one it relays.
  ///
  /// @param id the id of a record; one that names no source has none
  public List<Set<SourceId>> waysToChange(String id) {
    return switch (removal.find(id).orElse(null)) {
      case Claim claim -> ways(claim.source());
      case Act act -> ways(act.source());
      case Instrument instrument ->
          instrument.status().stream().flatMap(each -> ways(each.source()).stream()).toList();
      case Step step -> ways(step.source());
      case null, default -> List.of();
    };
  }

  /// The ids of the claims that records of these kinds name, and of the records that hold acts done
  /// by a day.
  public static Set<String> evidence(
      CaseView view, Collection<Class<? extends CaseRecord>> kinds, AsOf asOf) {
    Set<String> evidence = new LinkedHashSet<>();
    for (CaseRecord each : view.records()) {
      if (kinds.contains(each.getClass())) {
        References.of((Record) each).stream()
            .map(References.Mention::id)
            .filter(ClaimId.class::isInstance)
            .forEach(id -> evidence.add(id.value()));
      }
    }
    Acts.of(view).inOrder().stream()
        .filter(each -> each.isBy(asOf))
        .forEach(each -> evidence.add(each.record().value()));
    return evidence;
  }

  private List<Set<SourceId>> ways(List<SourceId> sources) {
    List<SourceId> naming =
        sources.stream().filter(each -> view.get(each).kind() != SourceKind.UNATTRIBUTED).toList();
    List<Set<SourceId>> ways = new ArrayList<>();
    if (!naming.isEmpty()) {
      falsified(naming, 0, new LinkedHashSet<>(), ways);
    }
    if (!sources.isEmpty() && naming.size() < sources.size()) {
      falsified(sources, 0, new LinkedHashSet<>(), ways);
    }
    return ways;
  }

  /// Adds every way to make the sources from an index on false, beside those chosen.
  private void falsified(
      List<SourceId> sources, int from, Set<SourceId> chosen, List<Set<SourceId>> ways) {
    if (from == sources.size()) {
      ways.add(Set.copyOf(chosen));
      return;
    }
    List<SourceId> chain = chain(sources.get(from));
    if (!Collections.disjoint(chain, chosen)) {
      falsified(sources, from + 1, chosen, ways);
      return;
    }
    for (SourceId each : chain) {
      chosen.add(each);
      falsified(sources, from + 1, chosen, ways);
      chosen.remove(each);
    }
  }

  /// A source and those it relays, directly or not.
  private List<SourceId> chain(SourceId source) {
    List<SourceId> chain = new ArrayList<>();
    for (SourceId at = source; at != null && !chain.contains(at); at = view.get(at).relays()) {
      chain.add(at);
    }
    return chain;
  }

  /// The effect if these sources are false.
  public Removal.Effect effect(Collection<SourceId> falseSources) {
    return removal.effect(falseSources.stream().map(SourceId::value).toList());
  }

  /// The view if these sources are false.
  public CaseView without(Collection<SourceId> falseSources) {
    return without(effect(falseSources));
  }

  CaseView without(Removal.Effect effect) {
    return view.of(removal.left(effect));
  }
}
