package org.parley.wording;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageBound;
import org.parley.bargain.SigningRule;
import org.parley.bargain.cases.CommonGround;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.ContingentOption;
import org.parley.bargain.cases.Obstacles;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageNote;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageSummary;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.robust.RobustPackage;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.model.Refusal;

/// The wording of findings about packages, in one language, with the names of the case.
public final class PackageWording {

  private final Messages messages;
  private final PackageProblem packages;
  private final PackageNumbers numbers;

  public PackageWording(Messages messages, PackageProblem packages) {
    this.messages = messages;
    this.packages = packages;
    this.numbers = new PackageNumbers(messages);
  }

  /// In the current language.
  public static PackageWording of(PackageProblem packages) {
    return new PackageWording(Messages.current(), packages);
  }

  /// The answer, the conflict, and the coalitions that accept a package without the rest.
  public PackageHeadline summary(PackageSummary summary) {
    return switch (summary) {
      case PackageSummary.NoPackage _ ->
          new PackageHeadline(
              messages.text("packages.none-left"), messages.text("packages.none-left-because"), "");
      case PackageSummary.TooEarly early -> tooEarly(early);
      case PackageSummary.Acceptable(ZoneTable.Row row, BigInteger all, var signable, var ground) ->
          new PackageHeadline(
              couldAgree(row, ground.orElse(new CommonGround(List.of(), List.of()))),
              "",
              PackageHeadline.join(
                  List.of(
                      messages.text(
                          "packages.acceptable",
                          "count",
                          numbers.counted(row),
                          "one",
                          row.atMost().equals(BigInteger.ONE),
                          "all",
                          numbers.number(all),
                          "parties",
                          Integer.bitCount(row.parties())),
                      signable.map(this::signable).orElse(""))));
      case PackageSummary.NoneAcceptable none ->
          new PackageHeadline(
              messages.text("packages.none-acceptable", "parties", parties(none.all().parties())),
              none.clash().isEmpty() ? "" : clash(none.clash()),
              PackageHeadline.join(
                  List.of(
                      none.best().map(this::best).orElse(""),
                      none.signable().map(this::signable).orElse(""),
                      silent(),
                      missingGrades())));
    };
  }

  /// The answer of a first look, with the fate of packages after signature.
  public PackageHeadline summary(Overview overview) {
    PackageHeadline signing = summary(overview.summary());
    String after = new ApprovalWording(messages, packages).headline(overview.ratification());
    return new PackageHeadline(
        signing.sentence(),
        signing.because(),
        PackageHeadline.join(List.of(after, signing.others())));
  }

  /// The most options or points told by name.
  private static final int FEW = 3;

  /// The most points told by number.
  private static final int SOME = 6;

  /// A point, with the values left where it is settled by a number and some are excluded.
  private String withValues(int point, @Nullable OptionSet left) {
    PackageProblem.Matter matter = packages.matters().get(point);
    ValueBands bands = matter.bands();
    if (left == null || bands == null) {
      return matter.label();
    }
    QuantityWording words = new QuantityWording(messages);
    return messages.text(
        "packages.with-values",
        "point",
        matter.label(),
        "values",
        list(
            bands.runs(left.options()::contains).stream()
                .filter(run -> left.options().contains(run.first()))
                .map(run -> words.values(bands, run))
                .toList()));
  }

  /// Who could agree, on which options, and what divides them.
  private String couldAgree(ZoneTable.Row row, CommonGround ground) {
    List<String> options =
        ground.common().stream()
            .map(
                choice ->
                    messages.text(
                        "packages.common",
                        "option",
                        title(choice),
                        "number",
                        packages.matters().get(choice.point()).number()))
            .toList();
    List<String> points =
        ground.dividing().stream()
            .map(
                point ->
                    ground.dividing().size() > FEW
                        ? packages.matters().get(point).number()
                        : withValues(point, ground.left().get(point)))
            .toList();
    return messages.text(
        "packages.could-agree",
        "parties",
        parties(row.parties()),
        "count",
        Integer.bitCount(row.parties()),
        "common",
        options.size(),
        "few",
        options.size() <= FEW,
        "options",
        list(options),
        "dividing",
        points.size(),
        "points",
        points.size() > SOME
            ? messages.text("board.points", "count", points.size())
            : list(points));
  }

  private String best(ZoneTable.Row best) {
    return best.isEmpty()
        ? messages.text("packages.no-smaller-group")
        : messages.text(
            "packages.without-others",
            "sign",
            best.canSign(),
            "parties",
            parties(best.parties()),
            "count",
            numbers.count(best.atLeast(), best.atMost()));
  }

  /// The answer while grades are missing, each of which may be another red line.
  private PackageHeadline tooEarly(PackageSummary.TooEarly early) {
    ZoneTable.Row row = early.all();
    return new PackageHeadline(
        messages.text(
            "packages.too-early", "parties", parties(row.parties()), "grades", gradesOnRecord()),
        early.clash().isEmpty() ? "" : clash(early.clash()),
        PackageHeadline.join(
            List.of(
                row.isEmpty()
                    ? messages.text("packages.nothing-even-if-tolerated")
                    : messages.text(
                        "packages.if-tolerated",
                        "count",
                        numbers.between(row),
                        "one",
                        row.atMost().equals(BigInteger.ONE),
                        "all",
                        numbers.number(early.of())),
                silent())));
  }

  /// The signable packages, if not all have to sign.
  private String signable(PackageBound.CountBetween signable) {
    SigningRule rule = packages.problem().signing();
    int always = 0;
    for (int party : rule.always()) {
      always |= 1 << party;
    }
    return messages.text(
        "packages.signable",
        "count",
        numbers.countFirst(signable.atLeast(), signable.atMost()),
        "needed",
        rule.atLeast(),
        "parties",
        packages.seats().size(),
        "any",
        always != 0,
        "always",
        parties(always));
  }

  private String silent() {
    return packages.silent().isEmpty()
        ? ""
        : messages.text("packages.silent", "parties", messages.all(packages.silent()));
  }

  /// The parties in words.
  ///
  /// @param parties party `i` as bit `i`
  public String parties(int parties) {
    return list(packages.labels(parties));
  }

  /// "A", "A and B", "A, B and C".
  public String list(List<String> names) {
    return messages.all(names).text();
  }

  /// "Ukraine accepts", "Ukraine and US accept".
  ///
  /// @param parties party `i` as bit `i`
  public String accept(int parties) {
    return messages.text(
        "packages.accept", "count", Integer.bitCount(parties), "parties", parties(parties));
  }

  String label(int party) {
    return packages.seats().get(party).label();
  }

  /// `“Stand where we stand” on 14 Territories`.
  public String choice(Choice choice) {
    return messages.text(
        "packages.choice",
        "option",
        title(choice),
        "point",
        packages.matters().get(choice.point()).label());
  }

  String title(Choice choice) {
    return messages.text(
        "quotation", "words", packages.matters().get(choice.point()).titles().get(choice.option()));
  }

  /// The assumptions and omissions of the problem, one sentence each.
  public List<String> notes() {
    return packages.notes().stream().map(this::note).toList();
  }

  private String note(PackageNote note) {
    return switch (note) {
      case PackageNote.SilentSignatories(List<String> parties) ->
          messages.text("packages.note.silent", "parties", messages.all(parties));
      case PackageNote.NotCounted(List<String> parties) ->
          messages.text(
              "packages.note.not-counted",
              "parties",
              messages.all(parties),
              "count",
              parties.size());
      case PackageNote.SettledInstruments(List<String> instruments) ->
          messages.text(
              "packages.note.settled",
              "instruments",
              messages.all(instruments),
              "count",
              instruments.size());
      case PackageNote.SilentApprovers(List<String> parties) ->
          messages.text("packages.note.silent-approvers", "parties", messages.all(parties));
      case PackageNote.AssumedVote(String by, String assumption) ->
          messages.text("packages.note.assumed-vote", "by", by, "assumption", assumption);
      case PackageNote.UniformVotes _ -> messages.text("packages.note.uniform-votes");
      case PackageNote.DependentVotes _ -> messages.text("packages.note.dependent-votes");
      case PackageNote.NoBaseline(String party) ->
          messages.text("packages.note.no-baseline", "party", party);
      case PackageNote.SeveralInstruments _ -> messages.text("packages.note.several-instruments");
      case PackageNote.NothingForRanks(String party, long most) ->
          messages.text("packages.note.nothing-for-ranks", "party", party, "most", plain(most));
      case PackageNote.Indifferent(String party, List<String> points) ->
          messages.text(
              "packages.note.indifferent",
              "party",
              party,
              "count",
              points.size(),
              "points",
              messages.all(points));
      case PackageNote.Ungraded(String party, List<String> options, String point) ->
          messages.text(
              "packages.note.ungraded",
              "party",
              party,
              "options",
              String.join(
                  ", ",
                  options.stream()
                      .map(option -> messages.text("quotation", "words", option))
                      .toList()),
              "point",
              point);
      case PackageNote.AlwaysHolds(String linkage) ->
          messages.text("packages.note.always-holds", "linkage", linkage);
    };
  }

  /// The lacks that prevent a bargaining problem, with advice, one sentence each.
  public static List<String> lacks(List<PreparedProblem.Lack> lacks) {
    return lacks.stream().map(PackageWording::lack).toList();
  }

  private static String lack(PreparedProblem.Lack lack) {
    Messages messages = Messages.current();
    return switch (lack) {
      case PreparedProblem.Lack.NothingToChoose _ ->
          messages.text("packages.lack.nothing-to-choose");
      case PreparedProblem.Lack.Settled(List<String> instruments) ->
          messages.text(
              "packages.lack.settled",
              "instruments",
              messages.all(instruments),
              "count",
              instruments.size());
      case PreparedProblem.Lack.NoPosition(List<String> points) ->
          messages.text("packages.lack.no-position", "points", String.join(", ", points));
      case PreparedProblem.Lack.TooManyParties(int parties, int most) ->
          messages.text("packages.lack.too-many-parties", "parties", parties, "most", most);
      case PreparedProblem.Lack.WorthsTooLarge _ -> messages.text("packages.lack.worths-too-large");
      case PreparedProblem.Lack.Invalid(Refusal why) -> Complaint.sentence(why);
    };
  }

  /// A demand: "Russia never accepts ...", "Ukraine does not sign below 400 points".
  public String demand(PartyDemand demand) {
    return demands(List.of(demand)).getFirst();
  }

  /// Demands, with red lines of several parties on one option merged.
  public List<String> demands(List<PartyDemand> demands) {
    List<String> all = new ArrayList<>();
    byChoice(demands)
        .forEach(
            (choice, parties) ->
                all.add(
                    messages.text(
                        "packages.never",
                        "count",
                        parties.size(),
                        "parties",
                        list(parties),
                        "choice",
                        choice(choice))));
    byContingency(demands)
        .forEach(
            (contingency, parties) ->
                all.add(contingent("packages.only-with", contingency, parties)));
    for (PartyDemand demand : demands) {
      if (demand instanceof PartyDemand.Limit limit) {
        all.add(
            messages.text(
                "packages.limit",
                "party",
                label(limit.party()),
                "range",
                limit(limit),
                "point",
                matter(limit).label()));
      }
    }
    for (PartyDemand demand : demands) {
      if (demand instanceof PartyDemand.Baseline(int party, long worth)) {
        all.add(messages.text("packages.not-below", "party", label(party), "worth", plain(worth)));
      }
    }
    return all;
  }

  /// The concession of demands, without points: `Russia accepted “...”`.
  public List<String> givenUpInShort(List<PartyDemand> demands) {
    return givenUp(demands, false);
  }

  /// The concession of demands: "Russia accepted ...", "Ukraine signed below 400 points".
  public List<String> givenUp(List<PartyDemand> demands) {
    return givenUp(demands, true);
  }

  /// "If Russia accepted “...”", the points not named.
  public String ifGivenUp(List<PartyDemand> demands) {
    return messages.text("packages.if", "moves", list(givenUpInShort(demands)));
  }

  private List<String> givenUp(List<PartyDemand> demands, boolean isPointNamed) {
    List<String> all = new ArrayList<>();
    byChoice(demands)
        .forEach(
            (choice, parties) ->
                all.add(
                    messages.text(
                        "packages.accepted",
                        "parties",
                        list(parties),
                        "count",
                        parties.size(),
                        "choice",
                        isPointNamed ? choice(choice) : title(choice))));
    byContingency(demands)
        .forEach(
            (contingency, parties) ->
                all.add(contingent("packages.accepted-without", contingency, parties)));
    for (PartyDemand demand : demands) {
      if (demand instanceof PartyDemand.Limit limit) {
        all.add(
            messages.text(
                "packages.limit-given-up",
                "party",
                label(limit.party()),
                "range",
                new QuantityWording(messages).beyond(matter(limit), limit),
                "named",
                isPointNamed,
                "point",
                matter(limit).label()));
      }
    }
    for (PartyDemand demand : demands) {
      if (demand instanceof PartyDemand.Baseline(int party, long worth)) {
        all.add(
            messages.text("packages.signed-below", "party", label(party), "worth", plain(worth)));
      }
    }
    return all;
  }

  private PackageProblem.Matter matter(PartyDemand.Limit limit) {
    return packages.matters().get(limit.values().point());
  }

  private String limit(PartyDemand.Limit limit) {
    return new QuantityWording(messages).limit(matter(limit), limit);
  }

  private SortedMap<Choice, List<String>> byChoice(List<PartyDemand> demands) {
    SortedMap<Choice, List<String>> parties = new TreeMap<>();
    demands.stream()
        .filter(PartyDemand.RedLine.class::isInstance)
        .map(PartyDemand.RedLine.class::cast)
        .sorted(Comparator.comparingInt(PartyDemand.RedLine::party))
        .forEach(
            line ->
                parties
                    .computeIfAbsent(line.choice(), _ -> new ArrayList<>())
                    .add(label(line.party())));
    return parties;
  }

  Map<Contingency, List<String>> byContingency(List<PartyDemand> demands) {
    Map<Contingency, List<String>> parties = new LinkedHashMap<>();
    for (PartyDemand demand : demands) {
      if (demand instanceof PartyDemand.OnlyIf(int party, Contingency contingency)) {
        parties.computeIfAbsent(contingency, _ -> new ArrayList<>()).add(label(party));
      }
    }
    return parties;
  }

  String contingent(String key, Contingency contingency, List<String> parties) {
    return messages.text(
        key,
        "parties",
        list(parties),
        "count",
        parties.size(),
        "choice",
        choice(contingency.choice()),
        "terms",
        terms(contingency));
  }

  String terms(Contingency contingency) {
    return list(contingency.allOf().stream().map(this::term).toList());
  }

  /// The options of a term: `“joint control” or “rotation” on 4 Bridge`.
  private String term(OptionSet term) {
    return messages.text(
        "packages.choice",
        "option",
        String.join(
            messages.pattern("packages.or-one"),
            term.options().stream()
                .map(option -> title(new Choice(term.point(), option)))
                .toList()),
        "point",
        packages.matters().get(term.point()).label());
  }

  /// The options that parties accept on conditions only, one sentence each.
  public List<String> conditions() {
    List<String> all = new ArrayList<>();
    for (PackageProblem.Seat seat : packages.seats()) {
      seat.contingent().forEach(each -> all.add(condition(seat, each)));
    }
    return all;
  }

  /// "Ukraine accepts ... only if ..., and ...".
  public String condition(PackageProblem.Seat seat, ContingentOption contingent) {
    return messages.text(
        "packages.only-if",
        "party",
        seat.label(),
        "choice",
        choice(contingent.choice()),
        "needs",
        list(contingent.needs().stream().map(this::need).toList()),
        "failed",
        contingent.hasFailed());
  }

  private String need(ContingentOption.Prerequisite need) {
    return switch (need) {
      case ContingentOption.Prerequisite.InPackage(OptionSet term) ->
          messages.text("packages.need.in-package", "term", term(term));
      case ContingentOption.Prerequisite.Elsewhere(_, String title) ->
          messages.text(
              "packages.need.elsewhere", "option", messages.text("quotation", "words", title));
      case ContingentOption.Prerequisite.Happens(
              _,
              String title,
              ContingentOption.ConditionFate fate) ->
          messages.text(
              "packages.need.happens",
              "step",
              messages.text("quotation", "words", title),
              "fate",
              fate);
      case ContingentOption.Prerequisite.Kept(
              _,
              String text,
              ContingentOption.ConditionFate fate) ->
          messages.text(
              "packages.need.kept",
              "demand",
              messages.text("quotation", "words", text),
              "fate",
              fate);
    };
  }

  /// The words of proposals of bridges.
  public ProposalWording proposals() {
    return new ProposalWording(messages, packages, this);
  }

  /// "These three cannot all hold".
  public String clashTitle(List<PartyDemand> clash) {
    return messages.text("packages.clash-title", "count", demands(clash).size());
  }

  /// "These three cannot all hold: ...".
  public String clash(List<PartyDemand> clash) {
    return messages.text(
        "packages.clash",
        "title",
        clashTitle(clash),
        "demands",
        String.join(messages.pattern("semicolon"), demands(clash)));
  }

  /// "If Russia accepted ...: 24 packages".
  public String way(Clashes.Way way) {
    return messages.text(
        "packages.way",
        "moves",
        list(givenUp(way.giveUp())),
        "count",
        numbers.count(way.opensAtLeast(), way.opensAtMost()));
  }

  /// The ways out with the fewest concessions, in one sentence; empty if none was sought or found.
  public String leastMoves(Obstacles crossing) {
    List<String> least =
        crossing.leastWays().stream()
            .map(
                way ->
                    messages.text(
                        "packages.least-way",
                        "moves",
                        list(givenUp(way.giveUp())),
                        "count",
                        numbers.count(way.opensAtLeast(), way.opensAtMost())))
            .toList();
    return least.isEmpty()
        ? ""
        : messages.text(
            "packages.least-ways", "ways", String.join(messages.pattern("packages.or"), least));
  }

  /// Concessions told together: "If Russia accepted ... (24 packages), or if Ukraine ...".
  public String easings(List<ConcessionGain> together) {
    List<String> ways =
        together.stream()
            .map(
                gain ->
                    messages.text(
                        "packages.least-way",
                        "moves",
                        list(givenUp(List.of(gain.demand()))),
                        "count",
                        numbers.count(gain.leavesAtLeast(), gain.leavesAtMost())))
            .toList();
    return messages.text(
        "packages.more-ways", "ways", String.join(messages.pattern("packages.or"), ways));
  }

  /// "Ukraine lowers its baseline by 40, to 460".
  public String relaxation(Bridges.Relaxation relaxation) {
    List<String> moves = new ArrayList<>();
    for (int party = 0; party < relaxation.lowerBy().size(); party++) {
      long by = relaxation.lowerBy().get(party);
      Long baseline = packages.problem().parties().get(party).baseline();
      if (by > 0 && baseline != null) {
        moves.add(
            messages.text(
                "packages.lowers",
                "party",
                label(party),
                "by",
                plain(by),
                "to",
                plain(baseline - by)));
      }
    }
    return list(moves);
  }

  /// Which options a trade changes on which points, and who gains how much.
  public String trade(int[] table, Trades.Trade trade) {
    List<String> changes = new ArrayList<>();
    for (int point : trade.changed()) {
      changes.add(
          messages.text(
              "packages.change",
              "number",
              packages.matters().get(point).number(),
              "from",
              title(new Choice(point, table[point])),
              "to",
              title(new Choice(point, trade.options().get(point)))));
    }
    List<String> gains = new ArrayList<>();
    for (int party = 0; party < trade.gains().size(); party++) {
      if (trade.gains().get(party) > 0) {
        gains.add(
            messages.text(
                "packages.gains", "party", label(party), "gain", plain(trade.gains().get(party))));
      }
    }
    return messages.text("packages.trade", "changes", list(changes), "gains", list(gains));
  }

  /// "5 of 12 grades are on record".
  public String gradesOnRecord() {
    PackageProblem.Grades grades = packages.grades();
    return messages.text("packages.grades", "recorded", grades.recorded(), "total", grades.all());
  }

  /// The treatment of missing grades; empty if none is missing.
  public String missingGrades() {
    return packages.grades().areComplete()
        ? ""
        : messages.text("packages.missing-grades", "grades", gradesOnRecord());
  }

  /// A party's evaluation of a draft: "528 points, 278 above its 250 without a deal; would sign."
  public String standing(PackageDraft draft, int party) {
    PackageDraft.PartyEvaluation standing = draft.standings().get(party);
    Long baseline = standing.baseline();
    boolean isRange = standing.least() != standing.most();
    String worth =
        messages.text(
            "packages.worth",
            "range",
            isRange,
            "least",
            plain(standing.least()),
            "most",
            plain(standing.most()),
            "floor",
            baseline != null,
            "below",
            standing.gain() < 0,
            "gain",
            plain(Math.abs(standing.gain())),
            "baseline",
            baseline == null ? "" : plain(baseline));
    String verdict =
        !standing.accepts()
            ? messages.text(
                "packages.would-not-sign",
                "objections",
                String.join(messages.pattern("semicolon"), objections(standing.objections())))
            : draft.isWhole()
                ? messages.text(
                    "packages.would-sign", "condition", ifItTolerates(standing.ungraded()))
                : messages.text("packages.nothing-refused");
    return messages.text("packages.standing", "worth", worth, "verdict", verdict);
  }

  /// The condition of a signature; empty if every chosen option is graded.
  public static String ifItTolerates(int ungraded) {
    return ungraded == 0
        ? ""
        : " " + Messages.current().text("packages.if-it-tolerates", "count", ungraded);
  }

  /// Why a party would not sign, its name not repeated.
  public List<String> objections(List<PartyDemand> demands) {
    return demands.stream()
        .map(
            demand ->
                switch (demand) {
                  case PartyDemand.RedLine(_, Choice choice) ->
                      messages.text("packages.it-never", "choice", choice(choice));
                  case PartyDemand.Limit limit ->
                      messages.text(
                          "packages.it-limit",
                          "range",
                          limit(limit),
                          "point",
                          matter(limit).label());
                  case PartyDemand.OnlyIf(_, Contingency contingency) ->
                      messages.text(
                          "packages.it-only-with",
                          "choice",
                          choice(contingency.choice()),
                          "terms",
                          terms(contingency));
                  case PartyDemand.Baseline(_, long worth) ->
                      messages.text("packages.it-not-below", "worth", plain(worth));
                })
        .toList();
  }

  /// The evaluation of a draft, and its fate after signature.
  public String draft(PackageDraft draft) {
    return PackageHeadline.join(
        List.of(signed(draft), new ApprovalWording(messages, packages).draft(draft)));
  }

  private String signed(PackageDraft draft) {
    int everyone = packages.problem().everyone();
    int accepting = draft.accepting();
    if (!draft.broken().isEmpty()) {
      return messages.text("packages.draft.broken", "count", draft.broken().size());
    }
    if (!draft.isWhole()) {
      ZoneTable.Row all = draft.left().map(ZoneTable::everyone).orElseThrow();
      String left =
          !all.ruledOut() && !packages.grades().areComplete()
              ? messages.text("packages.draft.too-early", "grades", gradesOnRecord())
              : all.isEmpty()
                  ? messages.text("packages.draft.nothing-left")
                  : messages.text(
                      "packages.draft.left",
                      "count",
                      numbers.count(all.atLeast(), all.atMost()),
                      "one",
                      all.atMost().equals(BigInteger.ONE));
      return messages.text(
          "packages.draft.settled",
          "settled",
          draft.settled(),
          "total",
          draft.options().size(),
          "left",
          left);
    }
    if (accepting == everyone && draft.ungraded() > 0) {
      return messages.text("packages.draft.ungraded", "count", draft.ungraded());
    }
    return accepting == everyone
        ? messages.text("packages.draft.all")
        : accepting == 0
            ? messages.text("packages.draft.nobody")
            : messages.text(
                "packages.draft.some",
                "accepting",
                parties(accepting),
                "others",
                parties(everyone & ~accepting));
  }

  /// Whether a draft can be bettered, in one sentence.
  public String efficiency(PackageDraft draft) {
    return switch (draft.efficiency()) {
      case EFFICIENT -> messages.text("packages.efficient");
      case BETTERED ->
          messages.text(
              "packages.bettered", "all", draft.trades().size() < PackageDraft.MOST_TRADES);
      case UNKNOWN ->
          !draft.broken().isEmpty()
              ? messages.text("packages.efficiency-broken")
              : draft.isWhole()
                  ? messages.text("packages.efficiency-unknown")
                  : messages.text("packages.efficiency-later");
    };
  }

  /// "14 Territories matters most: settling it moves up to 40 % of what a party can get."
  ///
  /// @param parties the accepting parties, party `i` as bit `i`
  public String mattersMost(Finding<List<Pivot>> pivots, int parties) {
    List<Pivot> found = pivots.findAnswer().orElse(List.of());
    if (found.isEmpty()) {
      return pivots instanceof Finding.Impossible
          ? messages.text("packages.pivots.nothing")
          : messages.text("packages.pivots.unknown");
    }
    Pivot first = found.getFirst();
    boolean isBounded = pivots instanceof Finding.Bounded;
    String label = packages.matters().get(first.point()).label();
    return first.worthSwing().signum() > 0
        ? messages.text(
            "packages.pivots.worth",
            "bounded",
            isBounded,
            "point",
            label,
            "share",
            numbers.percent(first.worthSwing()))
        : messages.text("packages.pivots.none", "accept", accept(parties));
  }

  /// The answer while grades are missing, each of which may be another red line.
  ///
  /// @param most the answer if every option without a grade is tolerable
  public PackageHeadline tooEarlyToRank(String most) {
    return new PackageHeadline(
        messages.text("packages.pivots.too-early", "grades", gradesOnRecord()),
        messages.text("packages.pivots.if-tolerated", "most", most),
        "");
  }

  /// Why there is nothing.
  public String nothing(Certificate certificate) {
    return certificate instanceof NothingAcceptable(int parties, NothingAcceptable.Reason because)
        ? messages.text("packages.nothing", "because", because, "parties", parties(parties))
        : messages.text("packages.nothing-there");
  }

  /// The safest package under uncertain worths, in one sentence.
  public String safety(Safety safety) {
    String who = parties(safety.parties());
    if (!safety.inDoubt()) {
      return messages.text(
          "packages.safety.no-doubt", "any", safety.best().isPresent(), "parties", who);
    }
    return safety
        .best()
        .map(
            robust ->
                switch (robust.standing()) {
                  case SURELY ->
                      messages.text(
                          "packages.safety.surely", "count", safety.surely(), "parties", who);
                  case POSSIBLY ->
                      messages.text(
                          "packages.safety.possibly",
                          "parties",
                          who,
                          "chance",
                          numbers.chance(robust.acceptable()));
                  case NEVER -> messages.text("packages.safety.never", "parties", who);
                })
        .orElseGet(() -> messages.text("packages.safety.nothing", "parties", who));
  }

  /// How often it is acceptable to all and efficient.
  public String efficient(Safety safety, RobustPackage robust) {
    return safety.inDoubt()
        ? messages.text(
            "packages.safety.efficient-in", "chance", numbers.chance(robust.efficient()))
        : messages.text("packages.safety.efficient", "is", robust.efficient().hits() > 0);
  }

  /// How sure it is of one package that all accept it.
  public static String standing(RobustPackage robust) {
    return Messages.current()
        .text(
            "packages.safety.standing",
            "standing",
            robust.standing(),
            "chance",
            PackageNumbers.current().chance(robust.acceptable()));
  }

  /// The name and meaning of a rule of fair division.
  public static String rule(Solution.Kind kind) {
    return Messages.current().text("packages.rule", "kind", kind);
  }

  /// The name of a rule of fair division.
  public static String ruleName(Solution.Kind kind) {
    return Messages.current().text("packages.rule-name", "kind", kind);
  }

  /// Worths are written as the case writes them, without groups of digits.
  static String plain(long worth) {
    return Long.toString(worth);
  }
}
