package org.parley.wording;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.board.Board;
import org.parley.board.word.Stance;
import org.parley.exact.Bound;
import org.parley.exact.Finding;
import org.parley.model.cases.CaseView;
import org.parley.model.source.SourceId;
import org.parley.model.step.DemandId;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;

/// The wording of the sources on which an answer rests, in one language.
public final class SourceWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;

  public SourceWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
  }

  /// "Rests on 2 sources. Were they false, no two parties would agree on a point."
  public Phrase count(Finding<WeakestSources<AgreedCount>> found) {
    return rests(found, this::counted);
  }

  /// "Rests on 1 source. Were it false, it would be: rejected."
  public Phrase stance(Finding<WeakestSources<Stance>> found) {
    return rests(found, stance -> messages.say("stance", "stance", stance));
  }

  /// The sources of a set, by publisher: "Reuters and TASS".
  public Phrase publishers(List<SourceId> sources) {
    return messages.all(
        sources.stream()
            .map(each -> Phrase.link(each, view.get(each).publisher()))
            .distinct()
            .toList());
  }

  /// The count of a board: "Ukraine and US agreed on 18 of 20 points".
  public Phrase board(Board board) {
    return new BoardWording(messages, view).summary(board).headline();
  }

  /// "12 packages acceptable to all".
  public Phrase acceptable(Optional<BigInteger> count) {
    return count
        .map(each -> messages.say("sources.packages", "count", each))
        .orElseGet(() -> messages.say("sources.no-packages"));
  }

  /// "2 sets of demands cannot all hold".
  public Phrase knots(List<List<DemandId>> knots) {
    return messages.say("sources.knots", "count", knots.size());
  }

  /// "3 holes in the coverage".
  public Phrase holes(int count) {
    return messages.say("sources.holes", "count", count);
  }

  /// The sources of any answer.
  ///
  /// @param otherwise the answer in words, without a full stop
  public <A> Phrase rests(Finding<WeakestSources<A>> found, Function<A, Phrase> otherwise) {
    WeakestSources<A> weakest = found.findAnswer().orElseThrow();
    A changed = weakest.otherwise();
    if (changed == null) {
      return found instanceof Finding.Bounded<?>(_, Bound bound, _)
          ? messages.say("sources.at-least", "bound", new BoundWording(messages).say(bound))
          : messages.say("sources.none");
    }
    int atLeast = WeakestSources.atLeast(found);
    return Phrase.join(
        List.of(
            messages.say(
                "sources.rests",
                "atLeast",
                atLeast,
                "count",
                weakest.sources().size(),
                "exact",
                atLeast == weakest.sources().size()),
            messages.say(
                "sources.otherwise",
                "count",
                weakest.sources().size(),
                "answer",
                otherwise.apply(changed))));
  }

  private Phrase counted(AgreedCount count) {
    return count.parties().isEmpty()
        ? messages.say("sources.nothing-agreed")
        : messages.say(
            "sources.count",
            "parties",
            names.parties(count.parties()),
            "agreed",
            count.agreed(),
            "total",
            count.total());
  }
}
