package org.parley.answer.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.PointId;
import org.parley.round.Accord;
import org.parley.round.AccordRecords;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerState;
import org.parley.round.Revelation;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.round.VersionChanges;
import org.parley.wording.RoundWording;

/// The rounds of a case, and what was revealed of the answers.
///
/// @param headline how many rounds there are
/// @param rounds the rounds, by the moment they open
/// @param accords the accords on record
public record RoundsAnswer(String headline, List<RoundStanding> rounds, List<AccordEntry> accords) {

  public RoundsAnswer {
    rounds = List.copyOf(rounds);
    accords = List.copyOf(accords);
  }

  /// An accord on record.
  ///
  /// @param digest its permanent name
  /// @param headline who accepted what, in a sentence
  public record AccordEntry(String digest, String title, String headline, String when) {}

  /// A round.
  ///
  /// @param rule what is revealed and when, and how an improvement is chosen, in sentences
  /// @param improves the rule that chooses an improvement, if all ask for one
  /// @param packages the packages on its table, by the moment of tabling
  public record RoundStanding(
      RoundId round,
      String title,
      List<PartyId> parties,
      List<PointId> points,
      String opens,
      @Nullable String closes,
      String rule,
      Round.Improving improves,
      List<TabledStanding> packages) {

    public RoundStanding {
      packages = List.copyOf(packages);
    }
  }

  /// Where the answers to a package stand.
  public enum AnswerStanding {
    /// Answers are not taken yet.
    NOT_OPEN,
    /// Answers are taken.
    TAKEN,
    /// The rule has applied.
    REVEALED,
    /// A later version replaced it before the rule applied.
    SUPERSEDED,
    /// There are no answers here: a server for a team keeps them.
    ELSEWHERE
  }

  /// A package on the table.
  ///
  /// @param to the parties it is tabled to; absent for all delegations, and for a draft
  /// @param recipients the same in words
  /// @param digest the SHA-256 digest of the words and the rule that answers are given to
  /// @param standing where its answers stand
  /// @param answered how many have answered, if the rule reveals it while answers are taken
  /// @param allAccept whether all accept, once revealed
  /// @param accepting how many accept, if the rule reveals it
  /// @param points for each point, whether all accept it, if the rule reveals it
  /// @param acceptedBy the parties that accept, if the rule reveals it
  /// @param provisions what it settles, in words
  /// @param moved what it moved from the version it amends, in words
  /// @param words where the answers stand, in a sentence
  /// @param accord the digest of the accord that all accept; absent unless the rule reveals that
  /// @param recorded whether that accord is on record
  /// @param own the answer of the reader's own delegation
  /// @param improvement whether it can be made better for some and worse for none; absent unless
  ///   all ask
  /// @param ownAsk the ask of the reader's delegation to see that; absent for everyone else
  /// @param ownEntries how many answers and withdrawals of the reader's delegation are sealed;
  ///   absent for everyone else
  public record TabledStanding(
      TabledPackageId tabled,
      String title,
      int version,
      @Nullable TabledPackageId amends,
      @Nullable PartyId author,
      String by,
      @Nullable List<PartyId> to,
      @Nullable String recipients,
      String when,
      String digest,
      AnswerStanding standing,
      @Nullable Integer answered,
      @Nullable Boolean allAccept,
      @Nullable Integer accepting,
      List<PointAccepted> points,
      @Nullable List<PartyId> acceptedBy,
      List<String> provisions,
      List<String> moved,
      String words,
      @Nullable String accord,
      boolean recorded,
      @Nullable OwnSealed own,
      @Nullable Integer ownEntries,
      @Nullable ImprovementShown improvement,
      @Nullable OwnAsk ownAsk) {

    public TabledStanding {
      points = List.copyOf(points);
      provisions = List.copyOf(provisions);
      moved = List.copyOf(moved);
    }
  }

  /// Whether a package can be made better for some and worse for none, shown since all ask.
  ///
  /// @param words the finding in a sentence
  /// @param better the options of a better package, in words; empty if there is none, or none is
  ///   proved
  /// @param isEfficient whether it is proved that no package is better for some and worse for none
  public record ImprovementShown(String words, List<String> better, boolean isEfficient) {

    public ImprovementShown {
      better = List.copyOf(better);
    }
  }

  /// The ask of one's own delegation to see an improvement.
  ///
  /// @param asks whether it asks
  /// @param entries how often it has asked and taken that back
  public record OwnAsk(boolean asks, int entries) {}

  /// Whether all accept a point.
  public record PointAccepted(PointId point, boolean accepted, String words) {}

  /// The answer of one's own delegation.
  ///
  /// @param given the moment of its receipt
  /// @param counts whether it counts: the words and the rule are still those it was given to
  public record OwnSealed(String given, boolean counts, List<String> words) {

    public OwnSealed {
      words = List.copyOf(words);
    }
  }

  /// The rounds.
  ///
  /// @param raw the view as it is on record: digests are of it
  /// @param said the same in the language of the answer
  /// @param reader what the reader may know of the answers; empty where none are kept
  /// @param only this round alone; null for all
  public static RoundsAnswer of(
      CaseView raw, CaseView said, Optional<? extends RoundReader> reader, @Nullable RoundId only) {
    RoundWording words = RoundWording.current(said);
    List<AccordRecords> accords = AccordRecords.list(raw);
    List<RoundStanding> rounds = new ArrayList<>();
    for (Round each : said.rounds()) {
      if (only == null || only.equals(each.id())) {
        rounds.add(round(raw, said, reader, words, each, accords));
      }
    }
    return new RoundsAnswer(
        words.headline(said.rounds().size()),
        rounds,
        accords.stream().map(AccordRecords::accord).map(RoundsAnswer::entry).toList());
  }

  private static AccordEntry entry(Accord accord) {
    return new AccordEntry(
        accord.digest(),
        RoundWording.said(accord.title()),
        RoundWording.headline(accord),
        RoundWording.when(accord));
  }

  private static RoundStanding round(
      CaseView raw,
      CaseView said,
      Optional<? extends RoundReader> reader,
      RoundWording words,
      Round round,
      List<AccordRecords> accords) {
    List<TabledStanding> packages = new ArrayList<>();
    for (TabledPackage each : said.tabledPackages()) {
      if (each.round().equals(round.id())) {
        packages.add(tabled(raw, said, reader, words, each, accords));
      }
    }
    ZonedMoment closes = round.closes();
    return new RoundStanding(
        round.id(),
        round.title().text(),
        round.parties(),
        round.points(),
        round.opens().said(),
        closes == null ? null : closes.said(),
        words.rule(round),
        round.improves(),
        packages);
  }

  private static TabledStanding tabled(
      CaseView raw,
      CaseView said,
      Optional<? extends RoundReader> reader,
      RoundWording words,
      TabledPackage tabled,
      List<AccordRecords> accords) {
    TabledSheet sheet = TabledSheet.of(raw, raw.get(tabled.id()));
    Revelation revealed = reader.map(each -> each.revelation(sheet)).orElse(null);
    String accord =
        revealed == null ? null : Accord.of(sheet, revealed).map(Accord::digest).orElse(null);
    TabledPackageId amends = tabled.amends();
    List<PartyId> to = tabled.visibility().named();
    List<String> moved =
        amends == null
            ? List.of()
            : VersionChanges.of(said.get(amends), tabled).moves().stream()
                .map(words::move)
                .toList();
    return new TabledStanding(
        tabled.id(),
        tabled.title().text(),
        tabled.version(),
        amends,
        tabled.author(),
        words.author(tabled),
        to.size() < 2 ? null : to,
        to.size() < 2 ? null : words.recipients(to),
        words.moment(tabled.tabled()),
        sheet.basis(),
        revealed == null ? AnswerStanding.ELSEWHERE : standing(revealed.state()),
        revealed != null && revealed.answered().isPresent() ? revealed.answered().getAsInt() : null,
        revealed == null ? null : revealed.allAccept().orElse(null),
        revealed != null && revealed.accepting().isPresent()
            ? revealed.accepting().getAsInt()
            : null,
        revealed == null ? List.of() : points(words, revealed.points()),
        revealed == null ? null : revealed.parties().orElse(null),
        tabled.provisions().stream().map(words::provision).toList(),
        moved,
        words.standing(sheet, revealed),
        accord,
        accords.stream().anyMatch(each -> each.accord().digest().equals(accord)),
        reader.flatMap(each -> each.own(sheet)).map(each -> own(words, sheet, each)).orElse(null),
        reader
            .filter(each -> each.party() != null)
            .map(each -> each.ownEntries(sheet))
            .orElse(null),
        reader
            .flatMap(each -> each.improvement(sheet))
            .map(each -> improvement(words, sheet.round(), tabled, each))
            .orElse(null),
        reader
            .filter(each -> each.party() != null)
            .map(each -> new OwnAsk(each.ownAsk(sheet), each.ownAsks(sheet)))
            .orElse(null));
  }

  /// Whether a point of the round has neither an option nor a value.
  private static boolean leavesOpen(Round round, TabledPackage tabled) {
    return round.points().stream()
        .anyMatch(
            point ->
                tabled
                    .on(point)
                    .filter(each -> each.option() != null || each.value() != null)
                    .isEmpty());
  }

  private static ImprovementShown improvement(
      RoundWording words, Round round, TabledPackage tabled, PackageImprovement found) {
    List<String> better = new ArrayList<>();
    if (found instanceof PackageImprovement.Better(_, var terms)) {
      for (TabledPackage.TabledProvision each : terms) {
        tabled
            .on(each.point())
            .filter(before -> !each.equals(before))
            .map(before -> words.move(new VersionChanges.ProvisionMove(each.point(), before, each)))
            .ifPresent(better::add);
      }
    }
    return new ImprovementShown(
        words.improvement(found, leavesOpen(round, tabled)),
        better,
        found instanceof PackageImprovement.Efficient);
  }

  private static List<PointAccepted> points(RoundWording words, Map<PointId, Boolean> points) {
    return points.entrySet().stream()
        .map(
            each ->
                new PointAccepted(
                    each.getKey(), each.getValue(), words.point(each.getKey(), each.getValue())))
        .toList();
  }

  private static OwnSealed own(RoundWording words, TabledSheet sheet, SealedAnswer answer) {
    AnswerSheet said = answer.sheet();
    return new OwnSealed(
        answer.at().toString(),
        answer.basis().equals(sheet.basis()),
        said == null ? List.of() : words.sheet(sheet.tabled(), said));
  }

  private static AnswerStanding standing(AnswerState state) {
    return switch (state) {
      case AnswerState.NotOpen _ -> AnswerStanding.NOT_OPEN;
      case AnswerState.Taken _ -> AnswerStanding.TAKEN;
      case AnswerState.Revealed _ -> AnswerStanding.REVEALED;
      case AnswerState.Superseded _ -> AnswerStanding.SUPERSEDED;
    };
  }
}
