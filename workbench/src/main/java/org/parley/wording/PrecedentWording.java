package org.parley.wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;
import org.parley.reference.AgreementFate;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.reference.Edition;
import org.parley.reference.KnownAgreement;
import org.parley.reference.PaxAgreement;
import org.parley.reference.Precedent;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionCourse;

/// The wording of what others agreed, and of the collections that say so, in one language.
public final class PrecedentWording {

  private final Messages messages;

  public PrecedentWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static PrecedentWording current() {
    return new PrecedentWording(Messages.current());
  }

  /// A topic in words; its code if it has none.
  public String topic(String code) {
    return messages.text("reference.topic", "name", new Messages.Select(code), "code", code);
  }

  private Phrase topics(Collection<String> codes) {
    return messages.all(codes.stream().map(this::topic).toList());
  }

  /// A provision in words.
  public String provision(Provision provision) {
    return messages.text("reference.provision", "provision", provision);
  }

  /// "Security guarantees are in 877 agreements of 2,144 (PA-X 9), and in 45 of the 83 between
  /// states."
  public String headline(String code, int count, int total, int interstate, int interstateTotal) {
    return capitalised(
        messages.text(
            "precedents.headline",
            "topic",
            topic(code),
            "count",
            count,
            "total",
            total,
            "inter",
            interstate,
            "interTotal",
            interstateTotal));
  }

  /// How many agreements have all topics.
  public String together(Collection<String> codes, int count, int total) {
    return messages.text(
        "precedents.together", "count", count, "total", total, "topics", topics(codes));
  }

  /// That no more than so many agreements have all topics.
  public String atMost(Collection<String> codes, int count, int total) {
    return messages.text(
        "precedents.at-most", "count", count, "total", total, "topics", topics(codes));
  }

  /// That the agreements listed are from a list made by hand, which is no census.
  public String knownList(int found, int all, LocalDate asOf) {
    return messages.text("precedents.known-list", "found", found, "all", all, "day", asOf);
  }

  /// A name in the current language.
  public String name(LocalizedText name) {
    return name.in(messages.language().tag()).text();
  }

  /// "withdrawal of foreign forces: carried out by 25 April 1982".
  public String pointFate(String code, KnownAgreement.PointFate fate) {
    Edtf done = fate.done();
    return messages.text(
        "precedents.point-fate",
        "topic",
        topic(code),
        "colon",
        messages.pattern("colon"),
        "fate",
        new Messages.Select(done != null ? "done" : fate.isMissed() ? "missed" : "unknown"),
        "date",
        done == null ? "" : done);
  }

  /// The traits of an agreement of the list, and whether it held.
  public String traits(KnownAgreement agreement) {
    KnownAgreement.KnownFate fate = agreement.fate();
    Edtf on = agreement.fateOn();
    return messages
            .say(
                "precedents.traits",
                "kind",
                kind(agreement.kind()),
                "scope",
                scope(agreement.scope()),
                "stage",
                stage(agreement.stage()))
            .text()
        + messages.pattern("semicolon")
        + messages.text(
            "precedents.known-fate",
            "fate",
            new Messages.Select(fate == null ? "unknown" : fate.name().toLowerCase(Locale.ROOT)),
            "dated",
            on != null,
            "date",
            on == null ? "" : on);
  }

  /// That there is nothing to look for.
  public String noTopics() {
    return messages.text("precedents.no-topics");
  }

  /// The definitions behind the counts.
  ///
  /// @param isDone whether there are shares of what was done
  public List<String> definitions(Collection<String> codes, boolean isDone) {
    List<String> all = new ArrayList<>();
    if (!codes.isEmpty()) {
      all.add(messages.text("precedents.definition.codes", "codes", messages.all(codes)));
    }
    if (isDone) {
      all.add(messages.text("precedents.definition.done"));
    }
    return all;
  }

  /// How the files are had.
  public String howToGet() {
    return messages.text("precedents.how-to-get");
  }

  /// Agreements of a later edition without topics.
  public String newer(int count) {
    return messages.text("precedents.newer", "count", count);
  }

  public String scope(AgreementScope scope) {
    return messages.text("reference.scope", "scope", scope);
  }

  public String kind(ConflictKind kind) {
    return messages.text("reference.kind", "kind", kind);
  }

  public String stage(AgreementStage stage) {
    return messages.text("reference.stage", "stage", stage);
  }

  /// Its traits: "about territory; between states; ceasefire".
  public Phrase traits(Precedent precedent) {
    PaxAgreement agreement = precedent.agreement();
    AgreementFate fate = precedent.fate();
    Phrase traits =
        messages.say(
            "precedents.traits",
            "kind",
            kind(agreement.kind()),
            "scope",
            scope(agreement.scope()),
            "stage",
            stage(agreement.stage()));
    return fate == null
        ? traits
        : Phrase.of(traits.text() + messages.pattern("semicolon") + fate(fate));
  }

  private String fate(AgreementFate fate) {
    LocalDate on = fate.on();
    return messages.text(
        "precedents.fate",
        "ended",
        fate.ended(),
        "dated",
        on != null,
        "date",
        on == null ? "" : on);
  }

  /// How a provision was carried out: "ceasefire: year 1 minimal, year 2 done".
  public Phrase course(ProvisionCourse course) {
    return messages.say(
        "precedents.course",
        "provision",
        provision(course.provision()),
        "colon",
        messages.pattern("colon"),
        "years",
        String.join(
            ", ",
            course.years().stream()
                .map(
                    each ->
                        messages.text(
                            "precedents.course.year",
                            "year",
                            each.year(),
                            "level",
                            new Messages.Select(Integer.toString(each.state().level()))))
                .toList()));
  }

  /// An edition: "PA-X Peace Agreements 9, to 2024".
  public String edition(Edition edition) {
    return messages.text(
        "reference.edition",
        "collection",
        edition.collection(),
        "version",
        edition.version(),
        "year",
        Integer.toString(edition.lastYear()));
  }

  /// Its licence, or that none is stated.
  public String licence(Edition edition) {
    String licence = edition.collection().licence();
    return messages.text("reference.licence", "stated", !licence.isEmpty(), "licence", licence);
  }

  /// Whether a copy is at hand.
  public String held(boolean held) {
    return messages.text("reference.held", "held", held);
  }

  /// Where it is had.
  public String hadAt(Edition edition) {
    return messages.text("reference.had-at", "address", edition.collection().address());
  }

  /// How it is cited.
  public String citation(Edition edition) {
    return messages.text("reference.cite", "collection", edition.collection());
  }

  /// That a copy was kept.
  public String added(String name, Edition edition) {
    return messages.text(
        "reference.added", "name", name, "edition", edition(edition), "rows", edition.rows());
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : new StringBuilder()
            .appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
            .append(text.substring(Character.charCount(text.codePointAt(0))))
            .toString();
  }

  /// How many passages of how many texts speak of what is asked.
  public String passages(int count, int texts, int all) {
    return messages.text("passages.headline", "count", count, "texts", texts, "all", all);
  }

  /// That the user has no texts of agreements.
  public String noTexts() {
    return messages.text("passages.no-texts");
  }

  /// That neither topics nor words say what to look for.
  public String nothingAsked() {
    return messages.text("passages.nothing-asked");
  }

  /// How passages are found, and what they do not show.
  public String passagesFound() {
    return messages.text("passages.found");
  }

  /// How texts are added.
  public String howToAddTexts() {
    return messages.text("passages.how-to-add");
  }

  /// Where a passage stands: heading, paragraph, file.
  public String place(@Nullable String heading, int paragraph, String file) {
    return messages.text(
        "passages.place",
        "headed",
        heading != null,
        "heading",
        heading == null ? "" : heading,
        "paragraph",
        paragraph,
        "file",
        file);
  }

  /// That a text was added.
  public String addedText(String title, String name, int passages) {
    return messages.text("passages.added", "title", title, "name", name, "passages", passages);
  }

  /// That a text was taken out.
  public String removedText(String title) {
    return messages.text("passages.removed", "title", title);
  }

  /// A text in a list.
  public String listedText(String title, String name, int passages) {
    return messages.text("passages.listed", "title", title, "name", name, "passages", passages);
  }
}
