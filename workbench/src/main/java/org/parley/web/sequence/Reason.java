package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.text.PointId;
import org.parley.sequence.Loop;
import org.parley.sequence.RecessPeriod;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.SequenceWording;

/// A bound in words, with its basis.
///
/// @param from the bounded moment, in words
/// @param bound its relation to the next, in a few words
/// @param sentence the whole bound as a sentence
/// @param why the reason, if no demand states it; empty otherwise
/// @param demand the demand that states it
/// @param by the demanding party, in words
/// @param quotes the claims of the demand
/// @param points the points with this text
/// @param recess the recess that forces it
public record Reason(
    String from,
    String bound,
    String sentence,
    String why,
    @Nullable Demand demand,
    String by,
    List<Claim> quotes,
    List<PointId> points,
    @Nullable RecessPeriod recess) {

  public Reason {
    quotes = List.copyOf(quotes);
    points = List.copyOf(points);
  }

  static Reason of(OpenCase open, SequenceWording words, Loop.Link link) {
    String from = words.heading(link.from());
    if (link.reason() instanceof Loop.Reason.Demanded demanded
        && open.view().find(demanded.demand()).orElse(null) instanceof Demand demand) {
      List<Claim> quotes = new ArrayList<>();
      for (ClaimId id : demand.claims()) {
        quotes.add(open.view().get(id));
      }
      return new Reason(
          from,
          words.boundInShort(link),
          Say.sentence(words.bound(link)),
          demanded.readings().isEmpty() ? "" : words.readings(demanded.readings()),
          demand,
          Say.parties(open.view(), demand.by()),
          quotes,
          demand.points(),
          null);
    }
    return new Reason(
        from,
        words.boundInShort(link),
        Say.sentence(words.bound(link)),
        words.why(link),
        null,
        "",
        List.of(),
        List.of(),
        link.reason() instanceof Loop.Reason.Recess recess
            ? words.problem().recesses().get(recess.index())
            : null);
  }

  /// The sources of the recess; empty if there is none.
  public List<SourceId> sources() {
    return recess == null ? List.of() : recess.source();
  }

  /// The ids of the demanding parties; empty if there is no demand.
  public String shortBy() {
    return demand == null
        ? ""
        : demand.by().stream().map(PartyId::value).collect(Collectors.joining(", "));
  }
}
