package org.parley.exchange.document;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.document.DocumentElement;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.tree.XmlWriter;
import org.parley.model.PartyId;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;

/// The metadata of an Akoma Ntoso document: work, expression and manifestation (FRBR), and the life
/// of the text. Then the parties and points that it refers to.
final class AknMeta {

  private final WrittenText text;
  private final XmlWriter xml;

  private AknMeta(WrittenText text, XmlWriter xml) {
    this.text = text;
    this.xml = xml;
  }

  static void write(WrittenText text, XmlWriter xml) {
    new AknMeta(text, xml).write();
  }

  private void write() {
    xml.open("meta").line();
    identification();
    lifecycle();
    references();
    proprietary();
    xml.close().line();
  }

  private void identification() {
    AvailableText first = texts().getFirst();
    String work = "/akn/xx/doc/agreement/" + day(first) + "/" + text.instrument().id().value();
    String language = AknNames.language(text.text().language());
    String expression = work + "/" + language + "@" + text.day();
    xml.open("identification").with("source", "#parley").line();
    xml.open("FRBRWork");
    names(work + "/!main", work, day(first), "first", "#author");
    xml.empty("FRBRcountry", "value", "xx").close().line();
    xml.open("FRBRExpression");
    names(expression + "/!main", expression, text.day(), "version", "#editor");
    xml.empty("FRBRlanguage", "language", language).close().line();
    xml.open("FRBRManifestation");
    names(expression + "/!main.xml", expression + ".xml", text.asOf(), "as-of", "#editor");
    xml.empty("FRBRformat", "value", "application/akn+xml").close().line();
    xml.close().line();
  }

  private void names(String itself, String uri, LocalDate date, String dated, String as) {
    xml.empty("FRBRthis", "value", itself).empty("FRBRuri", "value", uri);
    xml.open("FRBRdate").with("date", date.toString()).with("name", dated).close();
    xml.open("FRBRauthor").with("href", "#parley").with("as", as).close();
  }

  private List<AvailableText> texts() {
    return InstrumentTexts.of(text.view(), text.instrument()).list().isEmpty()
        ? List.of(text.version())
        : InstrumentTexts.of(text.view(), text.instrument()).list();
  }

  private static LocalDate day(AvailableText text) {
    LocalDate day = text.date().earliestDay();
    return day.getYear() >= 1 && day.getYear() <= 9999 ? day : LocalDate.of(1, 1, 1);
  }

  /// The versions up to this one: the first generates the text, each later one amends it.
  private void lifecycle() {
    xml.open("lifecycle").with("source", "#parley").line();
    int number = 1;
    for (AvailableText each : texts()) {
      xml.open("eventRef").with("eId", "event_" + number).with("date", day(each).toString());
      xml.with("source", "#record").with("type", number == 1 ? "generation" : "amendment");
      xml.close().line();
      number++;
      if (each.version().equals(text.version().version())) {
        break;
      }
    }
    xml.close().line();
  }

  private void references() {
    xml.open("references").with("source", "#parley").line();
    reference("original", "record", "/akn/parley/record", text.view().info().title().text());
    reference("TLCOrganization", "parley", "/akn/ontology/organization/parley", "Parley");
    reference("TLCRole", "author", "/akn/ontology/role/author", "author");
    reference("TLCRole", "editor", "/akn/ontology/role/editor", "editor");
    for (PartyId each : holders()) {
      reference(
          "TLCOrganization",
          AknNames.PARTY + each,
          "/akn/ontology/organization/parley/" + each,
          text.name(each));
    }
    for (PointId each : points()) {
      reference(
          "TLCConcept",
          AknNames.POINT + each,
          "/akn/ontology/concept/parley/point/" + each,
          text.view().find(each).map(point -> point.title().text()).orElse(each.value()));
    }
    xml.close().line();
  }

  private void reference(String kind, String id, String href, String shown) {
    xml.open(kind).with("eId", id).with("href", href).with("showAs", shown).close().line();
  }

  private Set<PartyId> holders() {
    Set<PartyId> holders = new LinkedHashSet<>();
    text.text()
        .all()
        .flatMap(each -> each.words().stream())
        .forEach(
            each -> {
              if (each instanceof Segment.Bracket bracket) {
                bracket.alternatives().forEach(it -> holders.addAll(it.holders()));
              }
            });
    return holders;
  }

  private Set<PointId> points() {
    Set<PointId> points = new LinkedHashSet<>();
    text.text()
        .all()
        .map(DocumentElement::point)
        .forEach(
            each -> {
              if (each != null) {
                points.add(each);
              }
            });
    return points;
  }

  private void proprietary() {
    xml.open("proprietary").with("source", "#parley").with("xmlns:parley", AknNames.OWN);
    xml.open("parley:text");
    xml.with("case", text.view().info().title().text());
    xml.with("version", text.version().version());
    xml.with("asOf", text.asOf().toString()).with("sha256", text.digest());
    xml.close().close().line();
  }
}
