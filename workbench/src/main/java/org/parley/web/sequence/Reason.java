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
import org.parley.sequence.knots.Wording;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

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

  static Reason of(OpenCase open, Wording words, Loop.Link link) {
    String from = plain(words.of(link.from()));
    if (link.reason() instanceof Loop.Reason.Demanded demanded
        && open.view().find(demanded.demand()).orElse(null) instanceof Demand demand) {
      List<Claim> quotes = new ArrayList<>();
      for (ClaimId id : demand.claims()) {
        quotes.add(open.view().get(id));
      }
      return new Reason(
          from,
          bound(words, link),
          Print.words(Say.sentence(words.of(link))),
          demanded.readings().isEmpty() ? "" : Print.words(words.readings(demanded.readings())),
          demand,
          Say.parties(open.view(), demand.by()),
          quotes,
          demand.points());
    }
    return new Reason(
        from,
        bound(words, link),
        Print.words(Say.sentence(words.of(link))),
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

  /// A title without the quotation marks that sentences put around it.
  static String plain(String words) {
    boolean whole =
        words.startsWith("\"") && words.indexOf('"', 1) == words.length() - 1 && words.length() > 2;
    return whole ? words.substring(1, words.length() - 1) : Print.words(Say.sentence(words));
  }

  private static String bound(Wording words, Loop.Link link) {
    if (link.from() instanceof org.parley.sequence.Moment.Origin
        || link.to() instanceof org.parley.sequence.Moment.Origin) {
      return Print.words(words.of(link));
    }
    String length = words.problem().scale().lengthInWords(Math.abs(link.atMost()));
    return link.atMost() == 0
        ? "not before"
        : link.atMost() < 0 ? "at least " + length + " after" : "followed within " + length + " by";
  }
}
