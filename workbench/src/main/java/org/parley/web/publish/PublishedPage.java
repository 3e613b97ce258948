package org.parley.web.publish;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
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
  private static final Set<String> SCRIPTS = Set.of("parley.js");

  /// The parts that need a server, besides forms.
  private static final String SERVED =
      "details.cite, .work, .building, meta[name=htmx-config], noscript";

  private static final String FIELDS = "button, input, select, textarea, output";

  private static final String LINKS = "a[href], area[href], a[xlink:href]";

  private final PublicationSite site;
  private final PublishedAddress self;
  private final UnaryOperator<PublishedAddress> resolving;
  private final Document page;
  private Predicate<PublishedAddress> isThere = _ -> true;
  private final Set<PublishedAddress> found = new LinkedHashSet<>();
  private final Set<String> assets = new LinkedHashSet<>();

  /// @param resolving the address at which something is published, where another leads to it
  PublishedPage(
      PublicationSite site,
      PublishedAddress self,
      byte[] html,
      UnaryOperator<PublishedAddress> resolving) {
    this.site = site;
    this.self = self;
    this.resolving = resolving;
    this.page = Jsoup.parse(new String(html, StandardCharsets.UTF_8), "");
    this.page.outputSettings().prettyPrint(false);
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
  ///
  /// @param isThere whether an address is published; links to others are taken out
  void settle(Predicate<PublishedAddress> isThere) {
    this.isThere = isThere;
    page.select("form").stream().filter(each -> !isSearch(each)).forEach(Element::remove);
    page.select(FIELDS).stream()
        .filter(each -> each.closest("form") == null)
        .forEach(Element::remove);
    page.select(SERVED).remove();
    page.select("script").stream().filter(each -> !isKept(each)).forEach(Element::remove);
    page.getAllElements().forEach(PublishedPage::strip);
    page.select("form[action]").forEach(this::search);
    page.select(LINKS).forEach(this::link);
    page.select("link[href], script[src], img[src], image[href]").forEach(this::load);
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

  /// Whether it is the field that searches everything: in the frame, and on its own page.
  private boolean isSearch(Element form) {
    return form.hasClass("find-all")
        || (self.path().equals(Address.SEARCH.path()) && form.attr("role").equals("search"));
  }

  private static boolean isKept(Element script) {
    return SCRIPTS.stream().anyMatch(name -> script.attr("src").contains("/" + name));
  }

  private static void strip(Element element) {
    List<String> names =
        element.attributes().asList().stream()
            .map(Attribute::getKey)
            .filter(
                each ->
                    each.startsWith("data-hx-")
                        || Set.of("data-live", "data-events", "data-complete", "data-said")
                            .contains(each))
            .toList();
    names.forEach(element::removeAttr);
  }

  private void search(Element form) {
    form.attr("action", to(PublishedAddress.of(Address.SEARCH.path()).file()));
  }

  private void link(Element link) {
    String name = link.hasAttr("href") ? "href" : "xlink:href";
    String href = link.attr(name).strip();
    if (!isOwn(href)) {
      return;
    }
    int hash = href.indexOf('#');
    String fragment = hash < 0 ? "" : href.substring(hash);
    Optional<PublishedAddress> target =
        find(hash < 0 ? href : href.substring(0, hash)).map(resolving);
    if (target.isPresent()) {
      found.add(target.get());
      link.attr(name, to(target.get().file()) + fragment);
    } else if (link.hasAttr("download") || link.closest("nav") != null || isTool(href)) {
      remove(link);
    } else {
      link.tagName(link.closest("svg") != null ? "g" : "span");
      List.of(name, "rel", "download", "aria-current").forEach(link::removeAttr);
    }
  }

  /// Whether a link leads to another form of the page, or to a view that a server makes: without
  /// either its words say nothing.
  private boolean isTool(String href) {
    return href.matches("[^?]*\\.(?:pdf|docx|xlsx|xml|ics|html)(?:\\?.*)?")
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

  private Optional<PublishedAddress> find(String href) {
    if (href.startsWith("?")) {
      return PublishedAddress.find(self.path() + href);
    }
    return PublishedAddress.find(href.substring(site.base().length())).filter(isThere);
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
                found.add(target);
                element.attr(name, to(target.file()));
              },
              element::remove);
    }
  }

  /// A file of the site, relative to this page.
  String to(String file) {
    return "../".repeat(depth()) + file;
  }

  private int depth() {
    return (int) self.file().chars().filter(each -> each == '/').count();
  }

  /// The page as it is published.
  byte[] html() {
    return page.outerHtml().getBytes(StandardCharsets.UTF_8);
  }
}
