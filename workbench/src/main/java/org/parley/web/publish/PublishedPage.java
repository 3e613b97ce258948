package org.parley.web.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.parley.web.publish.PublishedLinks.Target;
import org.parley.web.view.Address;

/// A page of the server, made fit for a reader without one.
///
/// Forms, scripts that ask a server, and links to what is not published are taken out. Links name
/// files relative to the page, so it can be read from a disk too. Its policy is in its head, since
/// no server sends one.
final class PublishedPage {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " form-action 'self'";

  private static final String SEARCH = PublishedAddress.of(Address.SEARCH.path()).file();

  /// Another form of a page.
  private static final Pattern TOOL =
      Pattern.compile("[^?]*\\.(?:pdf|docx|xlsx|xml|ics|html)(?:\\?.*)?");

  private static final Set<String> SCRIPTS = Set.of("parley.js");

  /// Attributes that scripts of the server read.
  private static final Set<String> SERVED =
      Set.of("data-live", "data-events", "data-complete", "data-said");

  private final PublicationSite site;
  private final PublishedAddress self;
  private final PublishedLinks links;
  private final Document page;
  private final boolean isWhole;
  private final String up;
  private final Set<PublishedAddress> found = new LinkedHashSet<>();
  private final Set<String> assets = new LinkedHashSet<>();

  private PublishedPage(
      PublicationSite site,
      PublishedAddress self,
      Document page,
      boolean isWhole,
      PublishedLinks links) {
    this.site = site;
    this.self = self;
    this.links = links;
    this.up = up(self);
    this.page = page;
    this.isWhole = isWhole;
    this.page.outputSettings().prettyPrint(false);
  }

  /// A whole page.
  ///
  /// @param links where links lead; those that lead nowhere are taken out
  static PublishedPage of(
      PublicationSite site, PublishedAddress self, String html, PublishedLinks links) {
    return new PublishedPage(site, self, Jsoup.parse(html, ""), true, links);
  }

  /// The content of the `main` of a page, without the frame around it.
  static PublishedPage ofMain(
      PublicationSite site, PublishedAddress self, String main, PublishedLinks links) {
    return new PublishedPage(site, self, Jsoup.parseBodyFragment(main), false, links);
  }

  /// The way from the folder of a page to that of the site: `../../`.
  static String up(PublishedAddress self) {
    return "../".repeat((int) self.file().chars().filter(each -> each == '/').count());
  }

  /// The page as the server made it.
  Document document() {
    return page;
  }

  /// The addresses that its links lead to.
  Set<PublishedAddress> found() {
    return found;
  }

  /// The names of the styles, scripts and icons that it loads.
  Set<String> assets() {
    return assets;
  }

  /// Takes out what needs a server, and turns its links to files.
  void settle() {
    PageParts parts = PageParts.of(page, this::isServed);
    parts.served().forEach(Element::remove);
    parts.forms().forEach(this::search);
    parts.links().forEach(this::link);
    parts.loads().forEach(this::load);
    if (isWhole) {
      settleHead();
    }
  }

  private void settleHead() {
    page.head()
        .prependElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY);
    Element charset = page.head().selectFirst("meta[charset]");
    if (charset != null) {
      // it counts in the first kilobyte alone
      page.head().prependChild(charset);
    }
  }

  /// Whether an element needs a server.
  private boolean isServed(Element element) {
    return switch (element.normalName()) {
      case "form" -> !isSearch(element);
      case "button", "input", "select", "textarea", "output" -> !isInForm(element);
      case "script" -> !isKept(element);
      case "noscript" -> true;
      case "meta" -> element.attr("name").equals("htmx-config");
      case "details" -> element.hasClass("cite") || isWork(element);
      default -> isWork(element);
    };
  }

  /// Whether it is the field that searches everything: in the frame, and on its own page.
  private boolean isSearch(Element form) {
    return form.hasClass("find-all")
        || (self.path().equals(Address.SEARCH.path()) && form.attr("role").equals("search"));
  }

  private static boolean isInForm(Element field) {
    for (Element each = field.parent(); each != null; each = each.parent()) {
      if (each.normalName().equals("form")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKept(Element script) {
    return SCRIPTS.stream().anyMatch(name -> script.attr("src").contains("/" + name));
  }

  /// Whether it says how far a work is.
  private static boolean isWork(Element element) {
    return element.hasClass("work") || element.hasClass("building");
  }

  /// Whether an attribute is read by scripts of the server.
  static boolean isServed(String attribute) {
    return attribute.startsWith("data-hx-") || SERVED.contains(attribute);
  }

  private void search(Element form) {
    form.attr("action", to(SEARCH));
  }

  private void link(Element link) {
    String name = link.hasAttr("href") ? "href" : "xlink:href";
    String href = link.attr(name).strip();
    if (!isOwn(href)) {
      return;
    }
    int hash = href.indexOf('#');
    String fragment = hash < 0 ? "" : href.substring(hash);
    Optional<Target> target = find(hash < 0 ? href : href.substring(0, hash));
    Element place = link.parent();
    if (place != null
        && place.hasClass("buttons")
        && target.filter(this::isThisInstead).isPresent()) {
      removeWithPlace(link, place);
    } else if (target.isPresent()) {
      found.add(target.get().address());
      link.attr(name, to(target.get().file()) + fragment);
    } else if (link.hasAttr("download") || link.closest("nav") != null || isTool(href)) {
      remove(link);
    } else {
      link.tagName(link.closest("svg") != null ? "g" : "span");
      List.of(name, "rel", "download", "aria-current").forEach(link::removeAttr);
    }
  }

  /// Whether a link to something else leads to this page, which says the same.
  private boolean isThisInstead(Target target) {
    return target.isElsewhere() && target.address().equals(self);
  }

  /// Removes a link, and the paragraph that has nothing else.
  private static void removeWithPlace(Element link, Element place) {
    link.remove();
    if (place.childrenSize() == 0 && !place.hasText()) {
      place.remove();
    }
  }

  /// Whether a link leads to another form of the page, or to a view that a server makes: without
  /// either its words say nothing.
  private boolean isTool(String href) {
    return TOOL.matcher(href).matches()
        || href.startsWith(site.base() + Address.PACKAGES.path() + "?");
  }

  /// Removes a link with the marks around it: "(PDF)".
  private static void remove(Element link) {
    if (link.previousSibling() instanceof TextNode before) {
      if (before.getWholeText().endsWith("(")
          && link.nextSibling() instanceof TextNode after
          && after.getWholeText().startsWith(")")) {
        before.text(before.getWholeText().replaceFirst("\\s*\\($", ""));
        after.text(after.getWholeText().substring(1));
      } else {
        before.text(before.getWholeText().replaceFirst(",\\s*$", ""));
      }
    }
    link.remove();
  }

  private Optional<Target> find(String href) {
    return href.startsWith("?")
        ? links.findOnPage(self.path() + href)
        : links.find(href.substring(site.base().length()));
  }

  /// Whether a link leads to this server, and not to a place on the page or elsewhere.
  private boolean isOwn(String href) {
    return href.startsWith("?") || (href.startsWith(site.base() + "/") && !href.startsWith("//"));
  }

  private void load(Element element) {
    String name = element.hasAttr("href") ? "href" : "src";
    String href = element.attr(name);
    String assets = site.base() + Address.ASSET.path().replace("{name}", "");
    if (href.startsWith(assets)) {
      String asset = href.substring(assets.length()).replaceFirst("\\?.*", "");
      this.assets.add(asset);
      element.attr(name, to("assets/" + asset));
    } else if (isOwn(href)) {
      find(href)
          .ifPresentOrElse(
              target -> {
                found.add(target.address());
                element.attr(name, to(target.file()));
              },
              element::remove);
    }
  }

  /// A file of the site, relative to this page.
  String to(String file) {
    return up + file;
  }

  /// The page as it is published, or the content of its `main`.
  String html() {
    return isWhole ? page.outerHtml() : page.body().html();
  }

  /// The element that holds what the page says; null if it says nothing.
  @Nullable Element main() {
    return isWhole ? page.selectFirst("main") : page.body();
  }
}
