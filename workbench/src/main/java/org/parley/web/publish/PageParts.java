package org.parley.web.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// The parts of a page that change when it is published, found in one pass.
///
/// @param served the elements that need a server, without those inside them
/// @param forms the forms that stay
/// @param links the links that stay
/// @param loads the elements that load a style, a script or a picture
record PageParts(
    List<Element> served, List<Element> forms, List<Element> links, List<Element> loads) {

  /// Finds them, and takes out the attributes that scripts of the server read.
  ///
  /// @param isServed whether an element needs a server
  static PageParts of(Document page, Predicate<Element> isServed) {
    PageParts parts =
        new PageParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    NodeTraversor.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            return node instanceof Element element
                ? parts.look(element, isServed)
                : FilterResult.CONTINUE;
          }
        },
        page);
    return parts;
  }

  private NodeFilter.FilterResult look(Element element, Predicate<Element> isServed) {
    if (isServed.test(element)) {
      served.add(element);
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    strip(element);
    add(element);
    return NodeFilter.FilterResult.CONTINUE;
  }

  private void add(Element element) {
    switch (element.normalName()) {
      case "form" -> add(forms, element, element.hasAttr("action"));
      case "a" -> add(links, element, element.hasAttr("href") || element.hasAttr("xlink:href"));
      case "area" -> add(links, element, element.hasAttr("href"));
      case "link", "image" -> add(loads, element, element.hasAttr("href"));
      case "script", "img" -> add(loads, element, element.hasAttr("src"));
      default -> {
        // nothing of it changes
      }
    }
  }

  private static void add(List<Element> all, Element element, boolean isOne) {
    if (isOne) {
      all.add(element);
    }
  }

  private static void strip(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    for (Attribute each : element.attributes().asList()) {
      if (PublishedPage.isServed(each.getKey())) {
        element.removeAttr(each.getKey());
      }
    }
  }
}
