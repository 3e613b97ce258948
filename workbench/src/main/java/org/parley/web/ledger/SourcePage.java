package org.parley.web.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;

/// One source, its relays, and its claims.
///
/// @param open the case
/// @param source the source
public record SourcePage(OpenCase open, Source source) {

  private static final int CLAIMS_SHOWN = 40;

  /// The page of a source.
  ///
  /// @throws NotOnRecord if there is no such source
  public static SourcePage of(OpenCase open, String id) {
    if (open.view().find(id).orElse(null) instanceof Source source) {
      return new SourcePage(open, source);
    }
    throw new NotOnRecord(
        "source", id, open.view().sources().stream().map(each -> each.id().value()).toList());
  }

  public Frame frame() {
    return Frame.of(source.publisher() + ": " + source.title(), open.view().info(), "sources");
  }

  /// The chain of sources that it relays.
  public List<Source> chain() {
    return chain(open, source);
  }

  static List<Source> chain(OpenCase open, Source source) {
    List<Source> chain = new ArrayList<>();
    for (SourceId at = source.relays(); at != null; at = chain.getLast().relays()) {
      chain.add(open.view().get(at));
    }
    return chain;
  }

  /// The sources that repeat it.
  public List<Source> relayedBy() {
    return open.once(Relays.class, Relays::of).byRelayed.getOrDefault(source.id(), List.of());
  }

  /// The sources that repeat one, by its id.
  private record Relays(Map<SourceId, List<Source>> byRelayed) {

    static Relays of(OpenCase open) {
      Map<SourceId, List<Source>> byRelayed = new HashMap<>();
      for (Source each : open.view().sources()) {
        SourceId relayed = each.relays();
        if (relayed != null) {
          byRelayed.computeIfAbsent(relayed, _ -> new ArrayList<>()).add(each);
        }
      }
      return new Relays(byRelayed);
    }
  }

  public int total() {
    return open.claimsIn(source.id()).size();
  }

  /// The first claims read in it.
  public List<Claim> claims() {
    List<Claim> all = open.claimsIn(source.id());
    return all.subList(0, Math.min(CLAIMS_SHOWN, all.size()));
  }
}
