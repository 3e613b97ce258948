package org.parley.web.packages;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.answer.packages.PackagesOfDay.AgreedText;
import org.parley.answer.packages.ProposedOptions;
import org.parley.bargain.cases.BridgeProposal;
import org.parley.bargain.cases.ConcessionGain;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageDraft;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageSummary;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.cases.ProposedBridges;
import org.parley.bargain.cases.Safety;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.pivot.Pivot;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import org.parley.web.work.Work;
import org.parley.wording.ActWording;
import org.parley.wording.ApprovalWording;
import org.parley.wording.BoundWording;
import org.parley.wording.Messages;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageNumbers;
import org.parley.wording.PackageWording;

/// The page of packages: the results so far, and the progress of the rest.
///
/// @param open the case
/// @param moment the day looked at; the latest positions by default
/// @param stated the problem of the case; null if there is none
/// @param complaints the reasons why there is none
/// @param address the query; null likewise
/// @param packages the problem with what-if figures; null likewise
/// @param known the results so far; null likewise
/// @param draft the draft package with its evaluation; null if there is none
/// @param waiting the progress of the rest
/// @param part the requested part
public record PackagesPage(
    OpenCase open,
    ViewedDay moment,
    @Nullable PackageProblem stated,
    List<String> complaints,
    @Nullable PackagesQuery address,
    @Nullable PackageProblem packages,
    @Nullable StudyResults known,
    @Nullable PackageDraft draft,
    StudyProgress waiting,
    Part part) {

  /// How many clashes and ways out the page shows; the command lists all.
  public static final int SHOWN = 6;

  /// The requested part of the page.
  public enum Part {
    /// All of it.
    ALL,
    /// The counts, which follow a slider at once.
    COUNTS,
    /// The evaluation of the draft package.
    DRAFT,
    /// How far it has come; nothing that the asker knows already.
    PROGRESS
  }

  static final StudyProgress NOTHING = new StudyProgress("", 100, 0, null, List.of());

  public PackagesPage {
    complaints = List.copyOf(complaints);
  }

  /// The page of an address.
  ///
  /// @param part the requested part
  /// @throws BadQuery if it adjusts unknown figures
  public static PackagesPage of(OpenCase open, Query query, Part part, Studies studies) {
    ViewedDay moment = ViewedDay.of(query, open);
    return switch (open.packages(moment.asked(), moment.knownAt())) {
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) ->
          new PackagesPage(
              open,
              moment,
              null,
              PackageWording.lacks(lacks),
              null,
              null,
              null,
              null,
              NOTHING,
              part);
      case PreparedProblem.Ready(PackageProblem stated) ->
          new PageMaker(open, moment, stated, query, part, studies).page(PageMaker.PATIENCE);
    };
  }

  /// The results of a day so far, and whether they are still all that is known.
  ///
  /// @param isCurrent cheap to ask; the computation goes on while it is asked
  public record PageSoFar(PackagesPage page, BooleanSupplier isCurrent) {}

  /// All results of a day, for a document: waits for them, but no longer than this. The computation
  /// goes on for the next who asks.
  public static PageSoFar await(OpenCase open, Query query, Duration longest) {
    return await(open, query, work -> work.await(longest.toMillis()));
  }

  /// The same for a page: waits until this long after they were first asked for, also in an earlier
  /// state of the case.
  public static PageSoFar awaitOnPage(OpenCase open, Query query, Duration longest) {
    return await(open, query, work -> work.awaitSinceFirstAsked(longest.toMillis()));
  }

  private static PageSoFar await(OpenCase open, Query query, Consumer<Work> waiting) {
    Studies studies = open.once(Studies.class, _ -> new Studies());
    ViewedDay moment = ViewedDay.of(query, open);
    if (!(open.packages(moment.asked(), moment.knownAt())
        instanceof PreparedProblem.Ready(PackageProblem stated))) {
      return new PageSoFar(of(open, query, Part.ALL, studies), () -> true);
    }
    waiting.accept(studies.of(open, stated, PackagesQuery.of(query, stated, moment), false).work());
    PageMaker maker = new PageMaker(open, moment, stated, query, Part.ALL, studies);
    PackagesPage page = maker.page(Duration.ZERO);
    return new PageSoFar(
        page.isCounted() ? page : page.uncounted(), maker.isCurrent(page.waiting()));
  }

  private PackagesPage uncounted() {
    return new PackagesPage(
        open, moment, null, waiting.lacks(), null, null, null, null, waiting, Part.ALL);
  }

  public Frame frame() {
    return Frame.of(Say.text("packages.page.title"), open.view().info(), "packages");
  }

  /// The agreed texts of the day, if nothing is left to negotiate; else empty.
  public List<AgreedText> agreed() {
    return moment.isOfDay() && !isReady()
        ? PackagesOfDay.agreed(open.view(), open.board(moment.asOf()).acts())
        : List.of();
  }

  /// The state of what is agreed, in words.
  public String state(AgreedText agreed) {
    return Say.sentence(
        new ActWording(Messages.current(), open.view()).state(agreed.state()).text());
  }

  public boolean isReady() {
    return stated != null;
  }

  /// Whether a section that shows this part belongs to the answer.
  public boolean shows(Part... wanted) {
    return part == Part.ALL || List.of(wanted).contains(part);
  }

  /// The problem as the case states it.
  public PackageProblem asStated() {
    return Objects.requireNonNull(stated);
  }

  /// The problem with what-if figures.
  public PackageProblem shown() {
    return Objects.requireNonNull(packages);
  }

  private StudyResults parts() {
    return Objects.requireNonNull(known);
  }

  public boolean isCounted() {
    return known != null && known.table() != null;
  }

  public ZoneTable zone() {
    return Objects.requireNonNull(parts().table());
  }

  /// Whether only the counts are known.
  public boolean isQuick() {
    return !hasOverview();
  }

  public boolean hasOverview() {
    return known != null && known.overview() != null;
  }

  /// Whether everything in it is proved, as far as it is known.
  public boolean isProved() {
    return parts().overview() != null
        ? look().isProved()
        : !isCounted() || waiting.isGoingOn() || zone().isExact();
  }

  public Overview look() {
    return Objects.requireNonNull(parts().overview());
  }

  public PackagesQuery asked() {
    return Objects.requireNonNull(address);
  }

  public MovedFigures changes() {
    return asked().moved();
  }

  /// The frontier; without outcomes if unknown yet.
  public FrontierChart frontier() {
    FrontierChart chart = parts().chart();
    return chart == null ? new FrontierChart(List.of(), List.of(), 0, null, 1, false) : chart;
  }

  /// The picture on top; without panels while the frontier is unknown.
  public FrontierPicture picture() {
    return FrontierPicture.of(this);
  }

  /// The options of a point that the frontier may name: of a quantity, the values it takes.
  public Set<Integer> taken(int point) {
    PackageProblem.Matter matter = shown().matters().get(point);
    Set<Integer> taken = new TreeSet<>();
    if (matter.bands() == null) {
      for (int option = 0; option < matter.options().size(); option++) {
        taken.add(option);
      }
    } else {
      frontier().outcomes().forEach(each -> taken.add(each.options().get(point)));
    }
    return taken;
  }

  /// The values of each quantity that all accept, or the gap between them.
  public List<String> quantities() {
    List<String> all = new ArrayList<>();
    for (int point = 0; point < shown().matters().size(); point++) {
      String common = builder().common(point);
      if (!common.isEmpty()) {
        all.add(
            Say.text(
                "packages.text.label",
                "label",
                shown().matters().get(point).label(),
                "text",
                common));
      }
    }
    return all;
  }

  public @Nullable Safety safety() {
    return parts().safety();
  }

  /// The points by influence; null if unknown yet.
  public @Nullable List<Pivot> pivots() {
    Finding<List<Pivot>> found = parts().pivots();
    return found == null ? null : found.findAnswer().orElse(List.of());
  }

  /// Which point matters most, in a sentence.
  public String mattersMost() {
    Finding<List<Pivot>> found = parts().pivots();
    return found == null ? "" : words().mattersMost(found, look().parties());
  }

  /// The guarantee of the pivots; null if all was proved.
  public @Nullable String pivotsBound() {
    return parts().pivots() instanceof Finding.Bounded<List<Pivot>>(_, var bound, _)
        ? BoundWording.text(bound)
        : null;
  }

  /// Whether there are few enough points to list a choice or a slider for each.
  public boolean isListed() {
    return shown().matters().size() <= Builder.MOST_POINTS;
  }

  /// The draft package; empty of choices if there is none.
  public Builder builder() {
    return new Builder(
        asked(),
        shown(),
        draft == null
            ? new PackageDraft(
                shown(),
                List.of(),
                List.of(),
                List.of(),
                PackageDraft.Efficiency.UNKNOWN,
                List.of(),
                null,
                Optional.empty(),
                List.of())
            : draft);
  }

  /// Packages side by side: drafts and kept ones first.
  public Comparison sideBySide() {
    List<Comparison.Column> own = new ArrayList<>();
    if (asked().isWhole()) {
      own.add(Comparison.column(shown(), asked().built(), Comparison.Hand.BUILT));
    }
    for (List<Integer> kept : asked().kept()) {
      if (!kept.equals(asked().built())) {
        own.add(Comparison.column(shown(), kept, Comparison.Hand.KEPT));
      }
    }
    Comparison picked = parts().comparison();
    return (picked == null ? new Comparison(List.of(), List.of(), List.of()) : picked)
        .with(own, shown().matters().size());
  }

  public PackageWording statedWords() {
    return PackageWording.of(asStated());
  }

  public PackageWording words() {
    return PackageWording.of(shown());
  }

  public ApprovalWording approvals() {
    return ApprovalWording.of(shown());
  }

  public PackageHeadline headline() {
    return hasOverview()
        ? words().summary(look())
        : words().summary(PackageSummary.of(shown(), zone(), null));
  }

  /// The conflict shown first: the smallest.
  public List<PartyDemand> mainClash() {
    List<List<PartyDemand>> all = clashes();
    return all.isEmpty() ? List.of() : all.getFirst();
  }

  /// The conflicts, with those that differ only in the party of a red line merged.
  public List<List<PartyDemand>> clashes() {
    return look()
        .clashes()
        .flatMap(Finding::findAnswer)
        .map(found -> found.merged())
        .orElse(List.of());
  }

  public List<Clashes.Way> ways() {
    return look()
        .clashes()
        .flatMap(Finding::findAnswer)
        .map(found -> found.waysInOrder())
        .orElse(List.of());
  }

  /// The demands that keep packages out, if some package is acceptable to all.
  public List<ConcessionGain> easings() {
    List<ConcessionGain> easings = parts().easings();
    return easings == null ? List.of() : easings;
  }

  /// The moves that would open packages.
  public List<BridgeProposal> proposals() {
    return proposed().proposals();
  }

  /// The same, with how far the search came.
  public ProposedBridges proposed() {
    ProposedBridges proposed = parts().proposals();
    return proposed == null ? ProposedBridges.NONE : proposed;
  }

  /// The key by which a proposal is added to the case.
  public String key(BridgeProposal proposal) {
    return ProposedOptions.key(shown(), proposal);
  }

  /// Whether the visitor may add a proposal: it has an option to add.
  public boolean mayAdd(BridgeProposal proposal) {
    return mayPropose() && !ProposedOptions.pointsOf(shown(), proposal).isEmpty();
  }

  /// Whether the visitor may add proposals: figures are those of the case, and the latest.
  private boolean mayPropose() {
    return Visit.current().seesAll()
        && Visit.current().may().add("points")
        && asked().moved().isNothing()
        && !moment().isOfDay();
  }

  /// How much of a bar a row of the zone fills, in thousandths of the widest.
  public long filled(ZoneTable.Row row) {
    return zone().all().signum() == 0
        ? 0
        : row.atMost().multiply(BigInteger.valueOf(1000)).divide(zone().all()).longValue();
  }

  public String count(ZoneTable.Row row) {
    return PackageNumbers.current().number(row);
  }

  /// A share in thousandths.
  public static long thousandths(Rational share) {
    return share.times(Rational.of(1000)).rounded().longValue();
  }

  /// The option shares; empty if unknown.
  public Optional<OptionShares> shares() {
    return hasOverview() ? OptionShares.of(look()) : Optional.empty();
  }

  /// The figures that can be moved.
  public Figures figures() {
    return new Figures(asked(), asStated(), shown());
  }

  /// The address that builds on a package.
  public String hrefOf(Comparison.Column column) {
    return asked().withBuilt(column.options()).href() + "#build";
  }

  /// The points on which two packages differ; all if there is no other.
  public List<Integer> differing(List<Integer> options, @Nullable List<Integer> other) {
    List<Integer> points = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      if (other == null || !options.get(point).equals(other.get(point))) {
        points.add(point);
      }
    }
    return points;
  }

  /// The address without a kept package.
  public String hrefWithout(Comparison.Column column) {
    return asked().withKept(column.options(), false).href() + "#compare";
  }

  /// Whether a column was kept by the user.
  public boolean isKept(Comparison.Column column) {
    return asked().kept().contains(column.options());
  }
}
