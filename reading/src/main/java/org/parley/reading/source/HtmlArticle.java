package org.parley.reading.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// Finds the article inside a page: the element whose own paragraphs hold most prose, links counted
/// against it. After "Boilerplate detection using shallow text features" (Kohlschütter, Fankhauser
/// and Nejdl, WSDM 2010): short lines and lines full of links are not prose.
final class HtmlArticle {

  private static final String NOT_PROSE =
      "script,style,noscript,nav,header,footer,aside,form,button,figure,figcaption,iframe,template,"
          + "svg,select,dialog,[hidden],[aria-hidden=true]";

  /// Parts around the text of a page, by role or by class.
  private static final String AROUND =
      "[role=navigation],[role=banner],[role=contentinfo],[role=search],"
          + "[class~=(?i)(^|\\s)(breadcrumbs?|menu|navbar|cookies?|pagination|footer|sidebar)(\\s|$)]";

  private static final String PARAGRAPHS = "p,li,blockquote,h2,h3";
  private static final Set<String> PARAGRAPH = Set.of("p", "div", "h2", "h3", "h4", "h5", "h6");
  private static final int PROSE = 60;

  private HtmlArticle() {}

  static Article of(String html, @Nullable String address, String language) {
    Document page = Jsoup.parse(html, address == null ? "" : address);
    Optional<LocalDate> published = published(page);
    String title = first(page, "meta[property=og:title]", "content", page.title());
    String publisher = first(page, "meta[property=og:site_name]", "content", "");
    String lang = page.select("html").attr("lang");
    page.select(NOT_PROSE).remove();
    Element body = page.body();
    Element root = root(body);
    List<String> paragraphs = paragraphs(root);
    return new Article(
        String.join("\n\n", paragraphs),
        published.orElse(null),
        title.isBlank() ? null : title,
        publisher.isBlank() ? null : publisher,
        address,
        lang.isBlank() ? language : lang);
  }

  /// The words of a whole page: an agreement has headings and short lines that are no prose.
  static WholeText wholeText(String html) {
    Document page = Jsoup.parse(html);
    String title = page.title();
    page.select(NOT_PROSE).remove();
    page.select(AROUND).remove();
    HtmlNotes.place(page);
    numberLists(page);
    return new WholeText(String.join("\n\n", HtmlLines.of(main(page.body()))), title);
  }

  /// The main part of a page, if it is marked and has most of the words.
  private static Element main(Element body) {
    List<Element> marked = body.select("main,[role=main]");
    List<Element> parts = marked.isEmpty() ? body.select("article") : marked;
    return parts.size() == 1 && parts.getFirst().text().length() * 2 >= body.text().length()
        ? parts.getFirst()
        : body;
  }

  private static String first(Document page, String query, String attribute, String otherwise) {
    Element found = page.selectFirst(query);
    return found == null ? otherwise : found.attr(attribute).strip();
  }

  private static Optional<LocalDate> published(Document page) {
    for (String query :
        List.of(
            "meta[property=article:published_time]",
            "meta[name=date]",
            "meta[itemprop=datePublished]",
            "meta[name=pubdate]",
            "meta[name=dc.date]")) {
      Optional<LocalDate> day = PageDates.day(first(page, query, "content", ""));
      if (day.isPresent()) {
        return day;
      }
    }
    for (Element time : page.select("time[datetime]")) {
      Optional<LocalDate> day = PageDates.day(time.attr("datetime"));
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  /// The element with the most prose directly below it; the common ancestor of several close ones.
  private static Element root(Element body) {
    Map<Element, Integer> prose = new HashMap<>();
    for (Element each : body.select(PARAGRAPHS)) {
      int score = score(each);
      Element parent = each.parent();
      if (score > 0 && parent != null) {
        prose.merge(parent, score, Integer::sum);
        Element above = parent.parent();
        if (above != null) {
          prose.merge(above, score * 7 / 10, Integer::sum);
        }
      }
    }
    Element best = null;
    int most = 0;
    for (Map.Entry<Element, Integer> each : prose.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        best = each.getKey();
      }
    }
    return best == null ? body : best;
  }

  private static int score(Element paragraph) {
    String text = paragraph.text();
    int links = 0;
    for (Element link : paragraph.select("a")) {
      links += link.text().length();
    }
    boolean isProse = text.length() >= PROSE && 2 * links < text.length();
    return isProse ? text.length() - links : 0;
  }

  /// Writes the numbers that a browser shows before the items of ordered lists.
  private static void numberLists(Document page) {
    for (Element list : page.select("ol")) {
      int number = integer(list.attr("start"), 1);
      for (Element item : list.children()) {
        if (item.normalName().equals("li")) {
          number = integer(item.attr("value"), number);
          firstBlock(item).prependText(ListNumbers.numeral(number, list.attr("type")) + ". ");
          number = Math.addExact(number, 1);
        }
      }
    }
  }

  /// The paragraph that an item begins with, or the item itself.
  private static Element firstBlock(Element item) {
    Element block = item;
    for (Node first = firstWord(item); first != null; first = firstWord(block)) {
      if (!(first instanceof Element element) || !PARAGRAPH.contains(element.normalName())) {
        return block;
      }
      block = element;
    }
    return block;
  }

  private static @Nullable Node firstWord(Element element) {
    Node first = element.childNodeSize() == 0 ? null : element.childNode(0);
    while (first instanceof TextNode text && text.isBlank()) {
      first = first.nextSibling();
    }
    return first;
  }

  private static int integer(String digits, int otherwise) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : otherwise;
  }

  private static List<String> paragraphs(Element root) {
    List<String> found = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
              open.append(text.getWholeText());
            } else if (node instanceof Element element && isBlock(element)) {
              close(found, open);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && isBlock(element)) {
              close(found, open);
            }
          }
        },
        root);
    close(found, open);
    return found;
  }

  static boolean isBlock(Element element) {
    return element.isBlock() || element.normalName().toLowerCase(Locale.ROOT).equals("br");
  }

  private static void close(List<String> found, StringBuilder open) {
    String line = open.toString().replaceAll("\\s+", " ").strip();
    if (line.length() > 1) {
      found.add(line);
    }
    open.setLength(0);
  }
}
