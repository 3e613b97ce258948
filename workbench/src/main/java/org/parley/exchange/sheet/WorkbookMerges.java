package org.parley.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Finds the merged cells of the sheets of an XLSX workbook (ECMA-376, 18.3.1.55), which the reader
/// of its cells does not tell. Cost: linear in the part of a sheet.
final class WorkbookMerges {

  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final Pattern REFERENCE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
  private static final XMLInputFactory FACTORY = OdsSheets.factory();

  private final ZipFile zip;

  /// The parts of sheets, by the id of their relation.
  private final Map<String, String> parts = new HashMap<>();

  WorkbookMerges(ZipFile zip) throws IOException {
    this.zip = zip;
    each(
        RELATIONS,
        "Relationship",
        xml -> {
          String id = xml.getAttributeValue(null, "Id");
          String target = xml.getAttributeValue(null, "Target");
          if (id != null && target != null) {
            parts.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
          }
        });
  }

  /// The merged cells of a sheet.
  ///
  /// @param relation the id of its relation
  MergedCells of(String relation) throws IOException {
    MergedCells merged = new MergedCells();
    String part = parts.get(relation);
    if (part != null) {
      each(part, "mergeCell", xml -> add(xml.getAttributeValue(null, "ref"), merged));
    }
    return merged;
  }

  private static void add(String reference, MergedCells merged) {
    Matcher parts = REFERENCE.matcher(String.valueOf(reference));
    if (parts.matches()) {
      int row = Integer.parseInt(parts.group(2));
      int column = column(parts.group(1));
      merged.add(
          new MergedCells.Range(
              row,
              column,
              Integer.parseInt(parts.group(4)) - row + 1,
              column(parts.group(3)) - column + 1));
    }
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = 26 * column + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  /// Uses an element that has begun.
  @FunctionalInterface
  private interface ElementUse {
    void at(XMLStreamReader xml);
  }

  private void each(String part, String element, ElementUse use) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
          use.at(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
