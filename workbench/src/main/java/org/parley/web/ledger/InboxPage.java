package org.parley.web.ledger;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer.TripwireCrossing;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Item;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.Say.Choice;
import org.parley.wording.Messages;

/// The inbox: items waiting for a decision, then those decided, with reasons.
///
/// @param open the case
/// @param show the decision to filter by; empty for all
/// @param waiting the waiting items, latest first
/// @param crossings the tripwires crossed that wait, the latest first
/// @param unread the sources without claims and decisions, latest first
/// @param decided the decided items, latest first
/// @param page the page shown, from 1
/// @param pages the number of pages
public record InboxPage(
    OpenCase open,
    String show,
    List<Item> waiting,
    List<TripwireCrossing> crossings,
    List<Source> unread,
    List<Item> decided,
    int page,
    int pages) {

  private static final int PAGE_SIZE = 50;

  public InboxPage {
    waiting = List.copyOf(waiting);
    crossings = List.copyOf(crossings);
    unread = List.copyOf(unread);
    decided = List.copyOf(decided);
  }

  /// Every decision, as addresses have it.
  public static final List<String> DECISIONS = List.of("recorded", "information-only", "rejected");

  /// Every decision with its label.
  public static List<Choice> decisions() {
    return DECISIONS.stream()
        .map(
            each ->
                new Choice(
                    each,
                    each.equals("recorded")
                        ? Say.text("inbox.recorded-as-claims")
                        : Say.text("inbox.decision-of", "decision", new Messages.Select(each))))
        .toList();
  }

  /// The page an address asks for.
  public static InboxPage of(OpenCase open, Query query) {
    String asked = query.oneOf("show", DECISIONS);
    String show = asked == null ? "" : asked;
    List<Item> latest = open.view().items().reversed();
    List<Item> decided =
        latest.stream()
            .filter(item -> !item.isWaiting() && (show.isEmpty() || key(item).equals(show)))
            .sorted(Comparator.comparing(InboxPage::when).reversed())
            .toList();
    int pages = Math.max(1, (decided.size() + PAGE_SIZE - 1) / PAGE_SIZE);
    int page = query.number("page", 1, pages, 1);
    return new InboxPage(
        open,
        show,
        latest.stream().filter(Item::isWaiting).toList(),
        open.once(Crossed.class, Crossed::of).crossings,
        open.once(Unread.class, Unread::of).sources,
        decided.subList((page - 1) * PAGE_SIZE, Math.min(decided.size(), page * PAGE_SIZE)),
        page,
        pages);
  }

  /// Derives now what the inbox of this state of the case shows.
  public static void prepare(OpenCase open) {
    var _ = open.once(Crossed.class, Crossed::of);
    var _ = open.once(Unread.class, Unread::of);
  }

  /// The crossings of tripwires that no item decides on.
  private record Crossed(List<TripwireCrossing> crossings) {
    static Crossed of(OpenCase open) {
      return new Crossed(
          IndicatorsAnswer.crossings(open.view(), AsOf.LATEST).stream()
              .filter(each -> !each.decided())
              .toList());
    }
  }

  /// The address of the form that decides on a crossing.
  ///
  /// @param decision the decision; empty to let the item wait
  public String decide(TripwireCrossing crossing, String decision) {
    return Link.to(Address.ADD, "items")
        + "?id="
        + crossing.item()
        + "&text="
        + Link.encoded(crossing.words())
        + "&arrived="
        + crossing.known()
        + open.view().get(crossing.indicator()).source().stream()
            .map(each -> "&source=" + each)
            .findFirst()
            .orElse("")
        + (decision.isEmpty() ? "" : "&decision=" + decision);
  }

  /// The sources from which nothing was drawn, the latest first.
  private record Unread(List<Source> sources) {
    static Unread of(OpenCase open) {
      Set<SourceId> looked = looked(open);
      return new Unread(
          open.view().sources().reversed().stream()
              .filter(source -> !looked.contains(source.id()))
              .filter(source -> open.claimsIn(source.id()).isEmpty())
              .toList());
    }
  }

  /// The sources of items and of records other than claims.
  private static Set<SourceId> looked(OpenCase open) {
    Set<SourceId> looked = new HashSet<>();
    open.view().items().forEach(item -> looked.addAll(item.source()));
    open.view().meetings().forEach(meeting -> looked.addAll(meeting.source()));
    open.view().instruments().forEach(each -> looked.addAll(each.source()));
    open.view()
        .instruments()
        .forEach(each -> each.status().forEach(event -> looked.addAll(event.source())));
    open.view().steps().forEach(each -> looked.addAll(each.source()));
    open.view().logEntries().forEach(each -> looked.addAll(each.source()));
    open.view().indicators().forEach(each -> looked.addAll(each.source()));
    open.view()
        .points()
        .forEach(
            point -> {
              looked.addAll(point.source());
              point.options().forEach(option -> looked.addAll(option.source()));
              point.texts().forEach(text -> looked.addAll(text.source()));
            });
    return looked;
  }

  private static org.parley.model.date.Edtf when(Item item) {
    return item.decided() != null ? item.decided() : item.arrived();
  }

  /// The decision about an item as it is written; empty while it waits.
  public static String key(Item item) {
    return switch (item.decision()) {
      case Item.Decision.Recorded _ -> "recorded";
      case Item.Decision.InformationOnly _ -> "information-only";
      case Item.Decision.Rejected _ -> "rejected";
      case null -> "";
    };
  }

  /// The reason, in words.
  public static String because(Item item) {
    return switch (item.decision()) {
      case Item.Decision.Recorded _ -> "";
      case Item.Decision.InformationOnly(String because) -> because;
      case Item.Decision.Rejected(Item.Ground ground, String because) ->
          Say.text(
              "inbox.ground",
              "ground",
              Say.text("item-ground", "ground", ground),
              "because",
              because);
      case null -> "";
    };
  }

  public Frame frame() {
    return Frame.of(Say.text("inbox.title"), open.view().info(), "inbox");
  }

  /// The address of another page.
  public String url(int other) {
    return Link.to(Address.INBOX) + "?page=" + other + (show.isEmpty() ? "" : "&show=" + show);
  }
}
