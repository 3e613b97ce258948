package org.parley.web.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.web.publish.PublishedLinks.Target;

/// Makes the content of a page fit for a reader without a server, in one pass over its text.
///
/// It does what [PublishedPage] does to a parsed page, and costs a tenth of it. Templates write a
/// narrow HTML; of anything else nothing is made, and the page is parsed. A law compares both.
final class ContentRewriter {

  /// Content as it is published.
  ///
  /// @param found the addresses that its links lead to
  /// @param assets the names of the pictures that it loads
  record Rewritten(String html, Set<PublishedAddress> found, Set<String> assets) {}

  /// An element whose end is not reached.
  ///
  /// @param name in the page
  /// @param outName as it is published
  /// @param begin where it begins in what is published
  /// @param content where its content begins there
  private record OpenElement(
      String name, String outName, int begin, int content, boolean isButtons) {}

  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr");

  /// Elements whose text is read by rules of their own, or that change the rules for others.
  private static final Set<String> PARSED =
      Set.of(
          "base",
          "iframe",
          "link",
          "math",
          "meta",
          "object",
          "plaintext",
          "script",
          "style",
          "template",
          "textarea",
          "title",
          "xmp");

  private static final Set<String> FIELDS =
      Set.of("button", "input", "select", "textarea", "output", "noscript", "form");

  private final LinkRules rules;
  private final String html;
  private final StringBuilder out;
  private final Deque<OpenElement> open = new ArrayDeque<>();
  private final Set<PublishedAddress> found = new LinkedHashSet<>();
  private final Set<String> assets = new LinkedHashSet<>();

  /// Paragraphs of buttons that lost a link to this page.
  private final Set<OpenElement> thinned = new HashSet<>();

  private int at;

  /// Where the text since the last tag begins in what is published.
  private int text;

  private boolean isReadable = true;
  private int drawings;
  private int menus;

  private ContentRewriter(LinkRules rules, String html) {
    this.rules = rules;
    this.html = html;
    this.out = new StringBuilder(html.length());
  }

  /// The content as it is published. Cost: linear in its length.
  ///
  /// @return empty if it has to be parsed
  static Optional<Rewritten> of(LinkRules rules, String html) {
    ContentRewriter rewriter = new ContentRewriter(rules, html);
    return rewriter.rewrite()
        ? Optional.of(new Rewritten(rewriter.out.toString(), rewriter.found, rewriter.assets))
        : Optional.empty();
  }

  private boolean rewrite() {
    while (isReadable) {
      int tag = html.indexOf('<', at);
      out.append(html, at, tag < 0 ? html.length() : tag);
      if (tag < 0) {
        return open.isEmpty();
      }
      if (html.startsWith("</", tag)) {
        end(tag);
      } else {
        begin(tag);
      }
      text = out.length();
    }
    return false;
  }

  private void end(int tag) {
    int close = html.indexOf('>', tag);
    OpenElement element = open.peek();
    if (element == null || close < 0 || !html.substring(tag + 2, close).equals(element.name)) {
      isReadable = false;
      return;
    }
    open.pop();
    at = close + 1;
    count(element.name, -1);
    if (thinned.contains(element) && out.substring(element.content).isBlank()) {
      out.setLength(element.begin);
    } else {
      out.append("</").append(element.outName).append('>');
    }
  }

  private void count(String name, int by) {
    drawings += name.equals("svg") ? by : 0;
    menus += name.equals("nav") ? by : 0;
  }

  private void begin(int place) {
    StartTag tag = StartTag.at(html, place);
    if (tag == null || isParsed(tag)) {
      isReadable = false;
      return;
    }
    at = tag.end();
    if (isServed(tag)) {
      skip(tag);
      return;
    }
    switch (tag.name()) {
      case "a", "area" -> link(tag);
      case "img" -> load(tag, "src");
      case "image" -> load(tag, "href");
      default -> add(tag, tag.name(), "", "");
    }
  }

  private boolean isParsed(StartTag tag) {
    boolean isTitleOfDrawing = drawings > 0 && tag.name().equals("title");
    return (PARSED.contains(tag.name()) && !isTitleOfDrawing)
        || (tag.isClosed() && drawings == 0 && !VOID.contains(tag.name()));
  }

  private static boolean isServed(StartTag tag) {
    return FIELDS.contains(tag.name())
        || tag.hasClass("work")
        || tag.hasClass("building")
        || (tag.name().equals("details") && tag.hasClass("cite"));
  }

  private static boolean isAlone(StartTag tag) {
    return tag.isClosed() || VOID.contains(tag.name());
  }

  /// Goes to the end of an element.
  private void skip(StartTag tag) {
    String end = "</" + tag.name() + ">";
    String begin = "<" + tag.name();
    int inner = at;
    int depth = isAlone(tag) ? 0 : 1;
    while (depth > 0) {
      int close = html.indexOf(end, at);
      if (close < 0) {
        isReadable = false;
        return;
      }
      for (int each = html.indexOf(begin, inner);
          each >= 0 && each < close;
          each = html.indexOf(begin, each + 1)) {
        depth += endsName(each + begin.length()) ? 1 : 0;
      }
      inner = close;
      at = close + end.length();
      depth--;
    }
  }

  private boolean endsName(int place) {
    char after = html.charAt(place);
    return after <= ' ' || after == '>' || after == '/';
  }

  /// Adds a start tag, without what scripts of the server read.
  ///
  /// @param changed the attribute with another value
  /// @param value as it stands in a page
  private void add(StartTag tag, String name, String changed, String value) {
    int begin = out.length();
    out.append('<').append(name);
    for (StartTag.Attribute each : tag.attributes()) {
      if (PublishedPage.isServed(each.name())
          || (!name.equals(tag.name()) && isOfLink(each.name()))) {
        continue;
      }
      out.append(' ').append(each.name());
      String own = each.name().equals(changed) ? value : each.value();
      if (own != null) {
        out.append("=\"").append(own).append('"');
      }
    }
    out.append(tag.isClosed() ? "/>" : ">");
    if (!isAlone(tag)) {
      open.push(new OpenElement(tag.name(), name, begin, out.length(), tag.hasClass("buttons")));
      count(tag.name(), 1);
    }
  }

  private static boolean isOfLink(String attribute) {
    return PublishedPage.OF_LINKS.contains(attribute);
  }

  private void link(StartTag tag) {
    String name = tag.find("href") != null ? "href" : "xlink:href";
    String href = address(tag.find(name));
    if (href == null || !isReadable || !rules.isOwn(href)) {
      add(tag, tag.name(), "", "");
      return;
    }
    int hash = href.indexOf('#');
    String fragment = hash < 0 ? "" : href.substring(hash).replace("&", "&amp;");
    Target target = rules.find(hash < 0 ? href : href.substring(0, hash)).orElse(null);
    OpenElement place = open.peek();
    if (target != null && place != null && place.isButtons && rules.isThisInstead(target)) {
      thinned.add(place);
      skip(tag);
    } else if (target != null) {
      found.add(target.address());
      add(tag, tag.name(), name, rules.to(target.file()) + fragment);
    } else if (hasAttribute(tag, "download") || menus > 0 || rules.isTool(href)) {
      skip(tag);
      removeMarks();
    } else {
      isReadable &= !isAlone(tag);
      add(tag, drawings > 0 ? "g" : "span", "", "");
    }
  }

  private static boolean hasAttribute(StartTag tag, String name) {
    return tag.attributes().stream().anyMatch(each -> each.name().equals(name));
  }

  /// An address as it is meant; null if there is none.
  private @Nullable String address(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String plain = value.replace("&amp;", "\u0000").strip();
    isReadable &= plain.indexOf('&') < 0;
    return plain.replace('\u0000', '&');
  }

  /// Removes the marks around a link that was left out: "(PDF)".
  private void removeMarks() {
    int end = out.length();
    if (end > text && out.charAt(end - 1) == '(' && html.startsWith(")", at)) {
      at++;
      end--;
    } else {
      int mark = beforeSpaces(end);
      if (mark == text || out.charAt(mark - 1) != ',') {
        return;
      }
      out.setLength(mark - 1);
      return;
    }
    out.setLength(beforeSpaces(end));
  }

  private int beforeSpaces(int end) {
    int at = end;
    while (at > text && out.charAt(at - 1) <= ' ') {
      at--;
    }
    return at;
  }

  private void load(StartTag tag, String name) {
    String href = address(tag.find(name));
    String asset = href == null ? null : rules.asset(href);
    if (asset != null) {
      assets.add(asset);
      add(tag, tag.name(), name, rules.to("assets/" + asset));
    } else if (href == null || !rules.isOwn(href)) {
      add(tag, tag.name(), "", "");
    } else {
      Target target = rules.find(href).orElse(null);
      if (target == null) {
        skip(tag);
      } else {
        found.add(target.address());
        add(tag, tag.name(), name, rules.to(target.file()));
      }
    }
  }
}
