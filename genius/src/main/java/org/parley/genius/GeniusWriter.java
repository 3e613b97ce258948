package org.parley.genius;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.PackageProblem;
import org.parley.model.Refusal;

/// Writes a bargaining problem as a GENIUS domain with a profile for each party.
///
/// An additive profile has neither red lines nor linkages. A red line is encoded exactly, by
/// raising every other option of its point. Then no package with the red line reaches the
/// reservation value. Acceptance is preserved, and so is every difference between two packages that
/// cross no red line. Linkages and conditions of acceptance cannot be encoded.
public final class GeniusWriter {

  private static final String DOMAIN = "domain.xml";

  private final PackageProblem packages;
  private final List<String> issues;
  private final List<List<String>> values = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// The files, with notes on omissions.
  ///
  /// @param files texts by name; the domain first
  /// @param notes omitted parts of the problem, as sentences
  public record Written(Map<String, String> files, List<String> notes) {
    public Written {
      files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
      notes = List.copyOf(notes);
    }
  }

  private GeniusWriter(PackageProblem packages) {
    this.packages = packages;
    issues = distinct(packages.matters().stream().map(PackageProblem.Matter::label).toList());
    packages.matters().forEach(matter -> values.add(distinct(matter.titles())));
  }

  /// GENIUS files cannot represent linkages.
  ///
  /// @param linkages the number of linkages
  /// @param texts their texts
  public record LinkagesNotWritten(int linkages, String texts) implements Refusal {}

  /// The files of a problem.
  ///
  /// @param withoutLinkages whether to omit linkages, with a note for each
  /// @throws InvalidProblemException if there are linkages that may not be omitted
  public static Written write(PackageProblem packages, boolean withoutLinkages) {
    List<String> linkages = linkages(packages);
    if (!linkages.isEmpty() && !withoutLinkages) {
      throw new InvalidProblemException(
          List.of(
              new LinkagesNotWritten(
                  linkages.size(),
                  linkages.stream()
                      .map(linkage -> "\"" + linkage + "\"")
                      .collect(Collectors.joining(", ")))));
    }
    try {
      return new GeniusWriter(packages).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing for GENIUS: " + e.getMessage(), e);
    }
  }

  /// The linkages, and the options that are accepted only together with others.
  private static List<String> linkages(PackageProblem packages) {
    List<String> all = new ArrayList<>();
    packages.linkages().forEach(linkage -> all.add(linkage.text()));
    for (int party = 0; party < packages.seats().size(); party++) {
      String label = packages.seats().get(party).label();
      for (Contingency each : packages.problem().parties().get(party).contingencies()) {
        PackageProblem.Matter matter = packages.matters().get(each.choice().point());
        all.add(
            label
                + " accepts "
                + matter.titles().get(each.choice().option())
                + " on a condition only");
      }
    }
    return all;
  }

  /// The names, a number behind those that another one has already, whatever its case.
  private List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> all = new ArrayList<>();
    for (String name : names) {
      String plain = name.strip().replaceAll("[\\t\\n]", " ");
      if (!plain.equals(name)) {
        notes.add("A line end, tab or outer space is not written in \"" + plain + "\".");
      }
      String free = plain;
      for (int number = 2; !taken.add(free.toLowerCase(java.util.Locale.ROOT)); number++) {
        free = plain + " (" + number + ")";
      }
      all.add(free);
    }
    return all;
  }

  private Written write() throws XMLStreamException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(DOMAIN, domain());
    linkages(packages).forEach(linkage -> notes.add("Left out: " + linkage));
    if (packages.hasIntervals()) {
      notes.add("Worths that are only known between two numbers are written as the middle.");
    }
    if (packages.problem().signing().atLeast() < packages.seats().size()) {
      notes.add("That fewer than all are enough to sign is not said.");
    }
    for (int party = 0; party < packages.seats().size(); party++) {
      files.put(packages.seats().get(party).party() + ".xml", profile(party));
    }
    return new Written(files, notes);
  }

  private String domain() throws XMLStreamException {
    StringWriter text = new StringWriter();
    Xml xml = new Xml(text);
    xml.open("negotiation_template");
    xml.open("utility_space", "number_of_issues", Integer.toString(issues.size()));
    xml.open(
        "objective", "index", "0", "name", "Package", "type", "objective", "etype", "objective");
    for (int point = 0; point < issues.size(); point++) {
      openIssue(xml, point);
      for (int option = 0; option < values.get(point).size(); option++) {
        xml.empty(
            "item", "index", Integer.toString(option + 1), "value", values.get(point).get(option));
      }
      xml.close();
    }
    xml.close();
    xml.close();
    xml.close();
    return text + "\n";
  }

  private void openIssue(Xml xml, int point) throws XMLStreamException {
    xml.open(
        "issue",
        "index",
        Integer.toString(point + 1),
        "name",
        issues.get(point),
        "type",
        "discrete",
        "etype",
        "discrete",
        "vtype",
        "discrete");
  }

  private String profile(int index) throws XMLStreamException {
    Problem.Party party = packages.problem().parties().get(index);
    List<List<BigInteger>> worths = new ArrayList<>();
    BigInteger floor = party.baseline() == null ? null : BigInteger.valueOf(party.baseline());
    BigInteger span = BigInteger.ONE;
    for (List<Long> row : party.worths()) {
      BigInteger least =
          row.stream().map(BigInteger::valueOf).reduce(BigInteger::min).orElseThrow();
      worths.add(row.stream().map(worth -> BigInteger.valueOf(worth).subtract(least)).toList());
      span = span.add(largest(worths.getLast()));
      floor = floor == null ? null : floor.subtract(least);
    }
    BigInteger reservation = floor == null ? BigInteger.ZERO : floor.max(BigInteger.ZERO);
    for (int point = 0; point < worths.size(); point++) {
      if (hasRedLine(party, point)) {
        worths.set(point, raised(party, point, worths.get(point), span));
        reservation = reservation.add(span);
      }
    }
    BigInteger sum =
        worths.stream().map(GeniusWriter::largest).reduce(BigInteger::add).orElseThrow();
    BigInteger unit = unit(sum);
    String label = packages.seats().get(index).label();
    if (!unit.equals(sum)) {
      notes.add(
          "The weights of "
              + label
              + " add up to less than 1: "
              + sum
              + " points are no finite decimal fraction.");
    }
    if (!party.redLines().isEmpty()) {
      notes.add(
          "Options that "
              + label
              + " never accepts are written as worth so little that no package with one reaches its"
              + " reservation value.");
    }
    StringWriter text = new StringWriter();
    Xml xml = new Xml(text);
    xml.open("utility_space", "number_of_issues", Integer.toString(issues.size()));
    xml.open(
        "objective", "index", "0", "name", "Package", "type", "objective", "etype", "objective");
    for (int point = 0; point < worths.size(); point++) {
      xml.empty(
          "weight",
          "index",
          Integer.toString(point + 1),
          "value",
          share(largest(worths.get(point)), unit));
    }
    for (int point = 0; point < worths.size(); point++) {
      openIssue(xml, point);
      for (int option = 0; option < worths.get(point).size(); option++) {
        xml.empty(
            "item",
            "index",
            Integer.toString(option + 1),
            "value",
            values.get(point).get(option),
            "evaluation",
            worths.get(point).get(option).toString());
      }
      xml.close();
    }
    xml.close();
    xml.empty("reservation", "value", share(reservation, unit));
    xml.close();
    return text + "\n";
  }

  private static boolean hasRedLine(Problem.Party party, int point) {
    return party.redLines().stream().anyMatch(line -> line.point() == point);
  }

  private static List<BigInteger> raised(
      Problem.Party party, int point, List<BigInteger> worths, BigInteger by) {
    List<BigInteger> raised = new ArrayList<>();
    for (int option = 0; option < worths.size(); option++) {
      raised.add(
          party.redLines().contains(new Choice(point, option))
              ? BigInteger.ZERO
              : worths.get(option).add(by));
    }
    return raised;
  }

  private static BigInteger largest(List<BigInteger> worths) {
    return worths.stream().reduce(BigInteger.ZERO, BigInteger::max);
  }

  /// The sum if it divides a power of ten, else the next power of ten, so that every weight is a
  /// finite decimal fraction.
  private static BigInteger unit(BigInteger sum) {
    if (sum.signum() == 0) {
      return BigInteger.ONE;
    }
    BigInteger rest = sum;
    for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.equals(BigInteger.ONE) ? sum : BigInteger.TEN.pow(sum.toString().length());
  }

  private static String share(BigInteger points, BigInteger unit) {
    return new BigDecimal(points).divide(new BigDecimal(unit)).toPlainString();
  }

  /// Elements on lines of their own.
  private static final class Xml {

    private final XMLStreamWriter out;
    private int depth;

    Xml(StringWriter text) throws XMLStreamException {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    void open(String name, String... attributes) throws XMLStreamException {
      line();
      out.writeStartElement(name);
      attributes(attributes);
      depth++;
    }

    void empty(String name, String... attributes) throws XMLStreamException {
      line();
      out.writeEmptyElement(name);
      attributes(attributes);
    }

    void close() throws XMLStreamException {
      depth--;
      line();
      out.writeEndElement();
      out.flush();
    }

    private void attributes(String... attributes) throws XMLStreamException {
      for (int i = 0; i < attributes.length; i += 2) {
        out.writeAttribute(attributes[i], attributes[i + 1]);
      }
    }

    private boolean begun;

    private void line() throws XMLStreamException {
      if (begun) {
        out.writeCharacters("\n" + "  ".repeat(depth));
      }
      begun = true;
    }
  }
}
