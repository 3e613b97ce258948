package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Ledger;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.ClaimIndex;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RecentCache;
import org.parley.web.view.Say;

/// Which claims to list, as an address says it. Every condition that is set must hold.
///
/// @param values the parameters that are set, by name, in the order of [#NAMES]
/// @param page the page of the list, from 1
public record ClaimFilter(Map<String, String> values, int page) {

  private static final int KEPT = 16;
  private static final String DENIED = "denied";
  private static final String DAYS = "days";
  private static final String OWN = "own";
  private static final String HEARSAY = "hearsay";

  /// The parameters: free text; the party that speaks or is spoken for; the speaker; the subject;
  /// the assertion; the channel; first and last day. Then first-hand or hearsay; the fate; the
  /// source; the order.
  public static final List<String> NAMES =
      List.of(
          "q", "party", "speaker", "about", "asserts", "channel", "from", "to", "basis", "fate",
          "source", "order");

  public ClaimFilter {
    values = new LinkedHashMap<>(values);
  }

  /// Reads a filter from the parameters of an address.
  ///
  /// @throws BadQuery naming the parameter that cannot be read
  public static ClaimFilter of(Query query, CaseView view) {
    return new ClaimFilter(read(query, view).values, query.number("page", 1, 1_000_000, 1));
  }

  /// Reads a filter of a list that is not in pages.
  ///
  /// @throws BadQuery naming the parameter that cannot be read
  public static ClaimFilter read(Query query, CaseView view) {
    Map<String, String> values = new LinkedHashMap<>();
    put(values, "q", query.text("q"));
    put(values, "party", query.oneOf("party", ids(view.parties(), p -> p.id().value())));
    put(values, "speaker", query.text("speaker"));
    put(values, "about", query.oneOf("about", () -> subjects(view)));
    put(values, "asserts", query.oneOf("asserts", choices(Say.kinds())));
    put(values, "channel", query.oneOf("channel", List.of("public", "confidential")));
    LocalDate from = query.day("from");
    LocalDate to = query.day("to");
    put(values, "from", from == null ? null : from.toString());
    put(values, "to", to == null ? null : to.toString());
    put(values, "basis", query.oneOf("basis", List.of("own", "hearsay")));
    put(
        values,
        "fate",
        query.oneOf("fate", List.of("stands", "superseded", "retracted", "denied")));
    put(values, "source", query.oneOf("source", () -> ids(view.sources(), s -> s.id().value())));
    put(values, "order", query.oneOf("order", List.of("oldest")));
    return new ClaimFilter(values, 1);
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private static <T> Set<String> ids(List<T> records, java.util.function.Function<T, String> id) {
    return records.stream().map(id).collect(Collectors.toSet());
  }

  private static List<String> choices(List<Say.Choice> choices) {
    return choices.stream().map(Say.Choice::value).toList();
  }

  private static Set<String> subjects(CaseView view) {
    Set<String> subjects = new HashSet<>(Set.of("whole"));
    view.instruments().forEach(instrument -> subjects.add(instrument.id().value()));
    view.points()
        .forEach(
            point -> OpenCase.withComponents(point).forEach(part -> subjects.add(part.toString())));
    return subjects;
  }

  /// The value of a parameter; empty if not set.
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return get(name).equals(value);
  }

  /// Whether any condition is set.
  public boolean isSet() {
    return values.keySet().stream().anyMatch(name -> !name.equals("order"));
  }

  /// Whether a condition that is rarely needed is set.
  public boolean isDetailed() {
    return List.of("speaker", "channel", "basis", "fate", "source", "order").stream()
        .anyMatch(values::containsKey);
  }

  /// The address of page `page` of the same list, without blank parameters.
  public String url(int page) {
    List<String> parts = new ArrayList<>();
    values.forEach((name, value) -> parts.add(name + "=" + Link.encoded(value)));
    if (page > 1) {
      parts.add("page=" + page);
    }
    return Link.to(Address.CLAIMS) + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }

  /// The claims of `open` that match every condition, newest first unless `order` says otherwise.
  /// Linear in the claims, or in those of the source, subject, speaker or party if no text is
  /// searched. The results of the latest filters are cached, so that paging is cheap.
  public List<Claim> apply(OpenCase open) {
    return open.once(Filtered.class, _ -> new Filtered(new RecentCache<>(KEPT)))
        .latest
        .get(values, () -> found(open));
  }

  /// Derives now what filters share.
  static void prepare(OpenCase open) {
    var _ = open.once(FatedClaims.class, FatedClaims::of);
    var _ = open.once(ByBasis.class, ByBasis::of);
    var _ = open.once(ByPartyBasis.class, ByPartyBasis::of);
    var _ = open.once(ByAssertion.class, ByAssertion::of);
    var _ = open.once(ByChannel.class, ByChannel::of);
    var _ = open.once(ImpreciseClaims.class, ImpreciseClaims::of);
  }

  /// The claims of each kind of assertion, by date.
  private record ByAssertion(ClaimIndex<String> index) implements OpenCase.Following {

    static ByAssertion of(OpenCase open) {
      return new ByAssertion(
          ClaimIndex.of(open, _ -> each -> List.of(Say.kind(each.asserts())), HashMap::new));
    }

    @Override
    public OpenCase.@Nullable Following after(OpenCase next) {
      return index.after(next).map(ByAssertion::new).orElse(null);
    }
  }

  /// The claims of each channel, by date.
  private record ByChannel(ClaimIndex<String> index) implements OpenCase.Following {

    static ByChannel of(OpenCase open) {
      return new ByChannel(
          ClaimIndex.of(open, _ -> each -> List.of(Say.key(each.channel())), HashMap::new));
    }

    @Override
    public OpenCase.@Nullable Following after(OpenCase next) {
      return index.after(next).map(ByChannel::new).orElse(null);
    }
  }

  /// A party and a basis.
  private record PartyBasis(PartyId party, String basis) {}

  /// The claims of each party, by date. Its own words by a source that names somebody are apart
  /// from those in which others speak for it.
  private record ByPartyBasis(ClaimIndex<PartyBasis> index) implements OpenCase.Following {

    static ByPartyBasis of(OpenCase open) {
      return new ByPartyBasis(ClaimIndex.of(open, ByPartyBasis::keys, HashMap::new));
    }

    private static ClaimIndex.Keys<PartyBasis> keys(OpenCase open) {
      Unattributed named = open.once(Unattributed.class, Unattributed::of);
      return claim -> {
        String basis = named.isAttributed(claim) ? OWN : HEARSAY;
        List<PartyBasis> keys = new ArrayList<>();
        claim.parties().forEach(each -> keys.add(new PartyBasis(each, basis)));
        for (PartyId each : claim.between()) {
          if (!claim.parties().contains(each)) {
            keys.add(new PartyBasis(each, HEARSAY));
          }
        }
        return keys;
      };
    }

    @Override
    public OpenCase.@Nullable Following after(OpenCase next) {
      return index.after(next).map(ByPartyBasis::new).orElse(null);
    }
  }

  /// The claims whose date leaves several days open, by date.
  private record ImpreciseClaims(List<Claim> claims) {

    static ImpreciseClaims of(OpenCase open) {
      return new ImpreciseClaims(
          open.view().claims().stream()
              .filter(each -> !each.said().earliestDay().equals(each.said().latestDay()))
              .toList());
    }
  }

  /// The claims of each fate, and those that are denied, by date.
  private record FatedClaims(Map<String, List<Claim>> byFate) {

    static FatedClaims of(OpenCase open) {
      Map<String, List<Claim>> byFate = new HashMap<>();
      for (Ledger.Entry each : open.ledger().entries()) {
        byFate.computeIfAbsent(Say.key(each.fate()), _ -> new ArrayList<>()).add(each.claim());
        if (!each.deniedBy().isEmpty()) {
          byFate.computeIfAbsent(DENIED, _ -> new ArrayList<>()).add(each.claim());
        }
      }
      return new FatedClaims(byFate);
    }

    static List<Claim> of(OpenCase open, String fate) {
      return Collections.unmodifiableList(
          open.once(FatedClaims.class, FatedClaims::of).byFate.getOrDefault(fate, List.of()));
    }
  }

  /// The claims of all parties at first hand, and the others, by date.
  private record ByBasis(ClaimIndex<String> index) implements OpenCase.Following {

    static ByBasis of(OpenCase open) {
      return new ByBasis(ClaimIndex.of(open, ByBasis::keys, HashMap::new));
    }

    private static ClaimIndex.Keys<String> keys(OpenCase open) {
      Unattributed named = open.once(Unattributed.class, Unattributed::of);
      return claim -> List.of(isFirstHand(open, named, claim) ? OWN : HEARSAY);
    }

    @Override
    public OpenCase.@Nullable Following after(OpenCase next) {
      return index.after(next).map(ByBasis::new).orElse(null);
    }
  }

  /// The sources that name nobody.
  private record Unattributed(Set<SourceId> sources) {

    static Unattributed of(OpenCase open) {
      return new Unattributed(
          open.view().sources().stream()
              .filter(each -> each.kind() == SourceKind.UNATTRIBUTED)
              .map(Source::id)
              .collect(Collectors.toSet()));
    }

    boolean isAttributed(Claim claim) {
      for (SourceId each : claim.source()) {
        if (!sources.contains(each)) {
          return true;
        }
      }
      return false;
    }
  }

  /// The cached results of one case.
  private record Filtered(RecentCache<Map<String, String>, List<Claim>> latest) {}

  /// The claims that meet one of the conditions, by date.
  private record Narrowed(String condition, List<Claim> claims) {}

  private List<Claim> found(OpenCase open) {
    String text = get("q").toLowerCase(Locale.ROOT);
    Narrowed among = text.isEmpty() ? narrowest(open) : new Narrowed("", open.view().claims());
    List<Claim> all = among.claims;
    List<Predicate<Claim>> conditions = conditions(open, among.condition);
    if (text.isEmpty() && conditions.isEmpty()) {
      return is("order", "oldest") ? all : all.reversed();
    }
    List<Claim> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Claim claim = all.get(i);
      if ((text.isEmpty() || open.mentions(i, text))
          && conditions.stream().allMatch(condition -> condition.test(claim))) {
        found.add(claim);
      }
    }
    return is("order", "oldest") ? found : found.reversed();
  }

  /// The fewest claims that an index names.
  private Narrowed narrowest(OpenCase open) {
    List<Narrowed> known = new ArrayList<>();
    if (!get("source").isEmpty()) {
      known.add(new Narrowed("source", open.claimsIn(new SourceId(get("source")))));
    }
    if (!get("about").isEmpty()) {
      known.add(new Narrowed("about", open.claimsAbout(subjectsNamed(open, get("about")))));
    }
    if (!get("speaker").isEmpty()) {
      known.add(new Narrowed("speaker", open.claimsBy(isSpeaker())));
    }
    if (!get("fate").isEmpty()) {
      known.add(new Narrowed("fate", FatedClaims.of(open, get("fate"))));
    }
    if (get("party").isEmpty() && !get("basis").isEmpty()) {
      known.add(
          new Narrowed("basis", open.once(ByBasis.class, ByBasis::of).index.get(get("basis"))));
    }
    Set<PartyId> speakers = get("party").isEmpty() ? Set.of() : speakersFor(open);
    if (speakers.size() == 1 && !get("basis").isEmpty()) {
      PartyBasis asked = new PartyBasis(speakers.iterator().next(), get("basis"));
      known.add(
          new Narrowed(
              "party and basis", open.once(ByPartyBasis.class, ByPartyBasis::of).index.get(asked)));
    }
    if (!get("party").isEmpty()) {
      known.add(new Narrowed("party", open.claimsNaming(speakers)));
    }
    if (!get("asserts").isEmpty()) {
      ClaimIndex<String> all = open.once(ByAssertion.class, ByAssertion::of).index;
      known.add(new Narrowed("asserts", all.get(get("asserts"))));
    }
    if (!get("channel").isEmpty()) {
      ClaimIndex<String> all = open.once(ByChannel.class, ByChannel::of).index;
      known.add(new Narrowed("channel", all.get(get("channel"))));
    }
    if (!get("from").isEmpty() || !get("to").isEmpty()) {
      known.add(new Narrowed(DAYS, inDays(open)));
    }
    return known.stream()
        .min(Comparator.comparingInt(each -> each.claims.size()))
        .orElse(new Narrowed("", open.view().claims()));
  }

  /// The claims of the days that are asked for. By date, those of exact days stand together; before
  /// them some imprecise ones may reach into the days.
  private List<Claim> inDays(OpenCase open) {
    List<Claim> all = open.view().claims();
    LocalDate to = get("to").isEmpty() ? LocalDate.MAX : LocalDate.parse(get("to"));
    int end = firstFrom(all, to.equals(LocalDate.MAX) ? to : to.plusDays(1));
    if (get("from").isEmpty()) {
      return all.subList(0, end);
    }
    LocalDate from = LocalDate.parse(get("from"));
    int begin = Math.min(end, firstFrom(all, from));
    List<Claim> earlier =
        open.once(ImpreciseClaims.class, ImpreciseClaims::of).claims.stream()
            .filter(each -> each.said().earliestDay().isBefore(from))
            .filter(each -> !each.said().latestDay().isBefore(from))
            .filter(each -> !each.said().earliestDay().isAfter(to))
            .toList();
    if (earlier.isEmpty()) {
      return all.subList(begin, end);
    }
    List<Claim> found = new ArrayList<>(earlier);
    found.addAll(all.subList(begin, end));
    return Collections.unmodifiableList(found);
  }

  /// The index of the first claim whose date begins on a day or later. The largest day is after
  /// all.
  private static int firstFrom(List<Claim> byDate, LocalDate day) {
    int low = 0;
    int high = byDate.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day.equals(LocalDate.MAX) || byDate.get(middle).said().earliestDay().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Predicate<String> isSpeaker() {
    String part = get("speaker").toLowerCase(Locale.ROOT);
    return name -> name.toLowerCase(Locale.ROOT).contains(part);
  }

  /// The parties that speak for the one that is asked for.
  private Set<PartyId> speakersFor(OpenCase open) {
    PartyId party = new PartyId(get("party"));
    return open.view().parties().stream()
        .map(Party::id)
        .filter(each -> open.spokenFor(each).contains(party))
        .collect(Collectors.toSet());
  }

  /// The conditions that are set, but for one that is met.
  private List<Predicate<Claim>> conditions(OpenCase open, String met) {
    List<Predicate<Claim>> conditions = new ArrayList<>();
    if (!get("speaker").isEmpty() && !met.equals("speaker")) {
      Predicate<String> isSpeaker = isSpeaker();
      conditions.add(claim -> isSpeaker.test(claim.speaker()));
    }
    if (!get("about").isEmpty() && !met.equals("about")) {
      Set<Subject> subjects = subjectsNamed(open, get("about"));
      conditions.add(claim -> claim.about().stream().anyMatch(subjects::contains));
    }
    if (!get("asserts").isEmpty() && !met.equals("asserts")) {
      conditions.add(claim -> is("asserts", Say.kind(claim.asserts())));
    }
    if (!get("channel").isEmpty() && !met.equals("channel")) {
      conditions.add(claim -> is("channel", Say.key(claim.channel())));
    }
    if (!get("from").isEmpty() && !met.equals(DAYS)) {
      LocalDate from = LocalDate.parse(get("from"));
      conditions.add(claim -> !claim.said().latestDay().isBefore(from));
    }
    if (!get("to").isEmpty() && !met.equals(DAYS)) {
      LocalDate to = LocalDate.parse(get("to"));
      conditions.add(claim -> !claim.said().earliestDay().isAfter(to));
    }
    boolean isParty = !get("party").isEmpty() && !met.equals("party");
    boolean isBasis = !get("basis").isEmpty() && !met.equals("basis");
    if ((isParty || isBasis) && !met.equals("party and basis")) {
      conditions.add(speaks(open));
    }
    if (!get("fate").isEmpty() && !met.equals("fate")) {
      Set<ClaimId> ids =
          FatedClaims.of(open, get("fate")).stream().map(Claim::id).collect(Collectors.toSet());
      conditions.add(claim -> ids.contains(claim.id()));
    }
    if (!get("source").isEmpty() && !met.equals("source")) {
      SourceId source = new SourceId(get("source"));
      conditions.add(claim -> claim.source().contains(source));
    }
    return conditions;
  }

  private static Set<Subject> subjectsNamed(OpenCase open, String name) {
    if (name.equals("whole")) {
      return Set.of(new Subject.Whole());
    }
    CaseRecord record = open.view().find(name).orElse(null);
    if (record instanceof Point point) {
      return point.id().value().equals(name)
          ? Set.copyOf(OpenCase.withComponents(point))
          : Set.of(new ComponentId(name));
    }
    return Set.of(new InstrumentId(name));
  }

  /// Whether the party speaks itself, or others speak for it, as requested.
  private Predicate<Claim> speaks(OpenCase open) {
    String basis = get("basis");
    Unattributed named = open.once(Unattributed.class, Unattributed::of);
    if (get("party").isEmpty()) {
      return claim -> basis.equals("own") == isFirstHand(open, named, claim);
    }
    Set<PartyId> speakers = speakersFor(open);
    return claim -> {
      boolean own = !Collections.disjoint(claim.parties(), speakers);
      return switch (basis) {
        case "own" -> own && named.isAttributed(claim);
        case "hearsay" -> own ? !named.isAttributed(claim) : isSpokenFor(claim, speakers);
        default -> own || isSpokenFor(claim, speakers);
      };
    };
  }

  /// Whether a source that names somebody has the words of those it is about.
  private static boolean isFirstHand(OpenCase open, Unattributed named, Claim claim) {
    if (!named.isAttributed(claim)) {
      return false;
    }
    for (PartyId each : claim.between()) {
      if (claim.parties().stream().noneMatch(by -> open.spokenFor(by).contains(each))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpokenFor(Claim claim, Set<PartyId> speakers) {
    return !Collections.disjoint(claim.between(), speakers);
  }
}
