package org.parley.genius.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.exact.Rational;
import org.parley.model.Refusal;

/// One element of an XML file. Text between elements is not kept.
///
/// @param file the file it stands in
/// @param line the first line of its tag, from 1
/// @param name its name, without a namespace
/// @param attributes its attributes, in the order of the file
/// @param children the elements in it, in the order of the file
public record XmlElement(
    String file, int line, String name, Map<String, String> attributes, List<XmlElement> children) {

  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /// The elements of this name right below it.
  public List<XmlElement> list(String child) {
    return children.stream().filter(each -> each.name.equals(child)).toList();
  }

  /// The first element of this name right below it.
  public Optional<XmlElement> find(String child) {
    return children.stream().filter(each -> each.name.equals(child)).findFirst();
  }

  /// The first element of this name right below it.
  public XmlElement get(String child) throws BadFileException {
    Optional<XmlElement> found = find(child);
    if (found.isEmpty()) {
      throw wrong(new ForeignFileFault.MissingElement(child));
    }
    return found.get();
  }

  /// This element and all below it, in the order of the file.
  public Stream<XmlElement> walk() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::walk));
  }

  public Optional<String> findAttribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  public String attribute(String attribute) throws BadFileException {
    String value = attributes.get(attribute);
    if (value == null) {
      throw wrong(new ForeignFileFault.MissingAttribute(attribute));
    }
    return value;
  }

  /// The attribute as an exact number.
  public Rational decimal(String attribute) throws BadFileException {
    String value = attribute(attribute);
    Optional<Rational> number = Decimals.parse(value);
    if (number.isEmpty()) {
      throw wrong(new ForeignFileFault.NoDecimal(attribute, value));
    }
    return number.get();
  }

  /// The attribute as a whole number of 32 bits.
  public int whole(String attribute) throws BadFileException {
    String value = attribute(attribute);
    Optional<Integer> number = Decimals.parseWhole(value);
    if (number.isEmpty()) {
      throw wrong(new ForeignFileFault.NoWholeNumber(attribute, value));
    }
    return number.get();
  }

  /// A fault of this element.
  public BadFileException wrong(Refusal why) {
    return new BadFileException(file, line, 0, "<" + name + ">", why, "");
  }
}
