package org.parley.wording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.RefusedAnswer;
import org.parley.round.Revelation;
import org.parley.round.TabledSheet;
import org.parley.round.VersionChanges;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundEvent;
import org.parley.round.log.RoundFact;

/// The events of a round, in one language.
public final class RoundLogWording {

  private final Messages messages;
  private final CaseView view;
  private final CaseNames names;
  private final RoundWording words;

  /// @param view the case as it was on record at the event
  public RoundLogWording(Messages messages, CaseView view) {
    this.messages = messages;
    this.view = view;
    this.names = new CaseNames(messages, view);
    this.words = new RoundWording(messages, view);
  }

  /// In the current language.
  public static RoundLogWording current(CaseView view) {
    return new RoundLogWording(Messages.current(), view);
  }

  /// How many events there are, and how many of them are refusals.
  public static String headline(int events, int refused) {
    return Messages.current().text("roundlog.headline", "events", events, "refused", refused);
  }

  /// A moment with its time zone.
  public static String moment(Instant at) {
    return RoundWording.moment(Messages.current(), at);
  }

  /// Who did it: an account, or the rule of the round.
  public String author(RoundEvent event) {
    RecordedCase.Author author = event.author();
    return author == null ? messages.text("roundlog.by-rule") : author.who();
  }

  /// The event in a sentence.
  public String event(RoundFact fact) {
    return switch (fact) {
      case RoundFact.Opened(Round round) -> rule("roundlog.opened", round);
      case RoundFact.RuleChanged(Round round) -> rule("roundlog.rule-changed", round);
      case RoundFact.RoundWithdrawn(Round round) -> rule("roundlog.round-withdrawn", round);
      case RoundFact.Drafted(TabledPackage tabled) -> said("roundlog.drafted", tabled);
      case RoundFact.Tabled(TabledPackage tabled) -> said("roundlog.tabled", tabled);
      case RoundFact.VersionTabled(TabledPackage tabled, _) ->
          said("roundlog.version-tabled", tabled);
      case RoundFact.SheetChanged(TabledPackage tabled, _) ->
          said("roundlog.sheet-changed", tabled);
      case RoundFact.PackageChanged(TabledPackage tabled) ->
          said("roundlog.package-changed", tabled);
      case RoundFact.PackageWithdrawn(TabledPackage tabled) ->
          said("roundlog.package-withdrawn", tabled);
      case RoundFact.AnswersTaken(TabledPackage tabled) -> said("roundlog.answers-taken", tabled);
      case RoundFact.AnswersStopped(TabledPackage tabled) ->
          said("roundlog.answers-stopped", tabled);
      case RoundFact.Turnout(TabledPackage tabled, int answered, int of) ->
          messages.text(
              "roundlog.turnout", "package", name(tabled), "answered", answered, "parties", of);
      case RoundFact.Revealed(TabledPackage tabled, _, Revelation revealed) ->
          revealed(tabled, revealed);
      case RoundFact.Superseded(TabledPackage tabled) -> said("roundlog.superseded", tabled);
      case RoundFact.ImprovementShown(TabledPackage tabled) -> said("roundlog.improvement", tabled);
      case RoundFact.Refused(TabledPackage tabled, RefusedAnswer refused) ->
          refused(tabled, refused);
      case RoundFact.AccordRecorded(String digest) ->
          messages.text("roundlog.accord", "digest", digest);
      case RoundFact.AccordShown(String digest, boolean isPublic) ->
          messages.text("roundlog.accord-shown", "digest", digest, "public", isPublic);
      case RoundFact.AccordWithdrawn(String digest) ->
          messages.text("roundlog.accord-withdrawn", "digest", digest);
    };
  }

  private String refused(TabledPackage tabled, RefusedAnswer refused) {
    PartyId from = refused.from();
    PartyId by = refused.by();
    return messages.text(
        "roundlog.refused",
        "from",
        from == null ? "" : names.party(from),
        "known",
        from != null,
        "ask",
        refused.isAsk(),
        "package",
        name(tabled),
        "why",
        refused.why(),
        "by",
        by == null ? "" : names.party(by),
        "named",
        by != null);
  }

  private String rule(String key, Round round) {
    return messages.text(key, "title", round.title().text(), "rule", words.rule(round));
  }

  private String said(String key, TabledPackage tabled) {
    return messages.text(
        key, "package", name(tabled), "author", words.author(tabled), "readers", readers(tabled));
  }

  private String name(TabledPackage tabled) {
    TabledPackage said = view.find(tabled.id()).isPresent() ? view.get(tabled.id()) : tabled;
    return messages.text("rounds.version", "title", said.title().text(), "version", said.version());
  }

  private String readers(TabledPackage tabled) {
    return tabled.visibility().named().size() > 1
        ? words.recipients(tabled.visibility().named())
        : messages.text("roundlog.to-all");
  }

  private String revealed(TabledPackage tabled, Revelation revealed) {
    return messages.text(
        "roundlog.revealed",
        "package",
        name(tabled),
        "readers",
        readers(tabled),
        "what",
        words.standing(TabledSheet.of(view, view.get(tabled.id())), revealed));
  }

  /// The moves and terms behind the sentence.
  public List<String> details(RoundFact fact) {
    return switch (fact) {
      case RoundFact.VersionTabled(_, VersionChanges changes) -> moves(changes);
      case RoundFact.SheetChanged(_, VersionChanges changes) -> moves(changes);
      case RoundFact.Tabled(TabledPackage tabled) -> provisions(tabled);
      case RoundFact.Drafted(TabledPackage tabled) -> provisions(tabled);
      case RoundFact.Revealed(_, _, Revelation revealed) -> points(revealed);
      case RoundFact.Opened(Round round) -> List.of(parties(round));
      case RoundFact.RuleChanged(Round round) -> List.of(parties(round));
      case RoundFact.RoundWithdrawn _,
          RoundFact.PackageChanged _,
          RoundFact.PackageWithdrawn _,
          RoundFact.AnswersTaken _,
          RoundFact.AnswersStopped _,
          RoundFact.Turnout _,
          RoundFact.Superseded _,
          RoundFact.ImprovementShown _,
          RoundFact.Refused _,
          RoundFact.AccordRecorded _,
          RoundFact.AccordShown _,
          RoundFact.AccordWithdrawn _ ->
          List.of();
    };
  }

  private String parties(Round round) {
    return messages.text("roundlog.parties", "parties", names.parties(round.parties()));
  }

  private List<String> provisions(TabledPackage tabled) {
    return tabled.provisions().stream().map(words::provision).toList();
  }

  /// A point that is gone by then has no name, so its move is left out.
  private List<String> moves(VersionChanges changes) {
    return changes.moves().stream()
        .filter(each -> view.find(each.point()).isPresent())
        .map(words::move)
        .toList();
  }

  private List<String> points(Revelation revealed) {
    List<String> lines = new ArrayList<>();
    revealed.points().forEach((point, accepted) -> lines.add(words.point(point, accepted)));
    return lines;
  }

  /// The packages that a party could read at a moment.
  public String seen(PartyId party, List<String> packages) {
    return messages.text(
        "roundlog.seen",
        "party",
        names.party(party),
        "count",
        packages.size(),
        "packages",
        messages.all(packages.stream().map(Phrase::of).toList()));
  }

  /// The name of a package with its version.
  public String packageName(TabledPackage tabled) {
    return name(tabled);
  }

  /// A reason given for a change; null for none.
  public static @Nullable String why(RoundEvent event) {
    RecordedCase.Author author = event.author();
    return author == null || author.why().isBlank() ? null : author.why();
  }
}
