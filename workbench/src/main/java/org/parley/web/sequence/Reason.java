package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.step.Demand;
import org.parley.model.text.PointId;
import org.parley.sequence.Loop;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.SequenceWording;

/// One bound in words, and what it rests on.
///
/// @param from the moment that is bound, in words
/// @param bound how it is bound to the next, in a few words
/// @param sentence the whole bound as a sentence
/// @param why why it holds, where no demand says so; empty where one does
/// @param demand the demand that says so
/// @param by whose demand it is, in words
/// @param quotes the claims the demand rests on
/// @param points the points whose text says so
public record Reason(
    String from,
    String bound,
    String sentence,
    String why,
    @Nullable Demand demand,
    String by,
    List<Claim> quotes,
    List<PointId> points) {

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
          demand.points());
    }
    return new Reason(
        from,
        words.boundInShort(link),
        Say.sentence(words.bound(link)),
        words.why(link),
        null,
        "",
        List.of(),
        List.of());
  }

  /// The parties whose demand it is, by their ids; empty where no demand says so.
  public String shortBy() {
    return demand == null
        ? ""
        : demand.by().stream().map(PartyId::value).collect(Collectors.joining(", "));
  }
}
