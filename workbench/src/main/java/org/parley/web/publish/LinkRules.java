package org.parley.web.publish;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.publish.PublishedLinks.Target;
import org.parley.web.view.Address;

/// How the links of one page change when it is published.
///
/// @param self the page
/// @param links where links lead
/// @param up the way from the folder of the page to that of the site: `../../`
record LinkRules(PublicationSite site, PublishedAddress self, PublishedLinks links, String up) {

  /// Another form of a page.
  private static final Pattern TOOL =
      Pattern.compile("[^?]*\\.(?:pdf|docx|xlsx|xml|ics|html)(?:\\?.*)?");

  private static final String ASSETS = Address.ASSET.path().replace("{name}", "");

  static LinkRules of(PublicationSite site, PublishedAddress self, PublishedLinks links) {
    return new LinkRules(site, self, links, up(self));
  }

  /// The way from the folder of a page to that of the site.
  static String up(PublishedAddress self) {
    return "../".repeat((int) self.file().chars().filter(each -> each == '/').count());
  }

  /// Whether a link leads to this server, and not to a place on the page or elsewhere.
  boolean isOwn(String href) {
    return href.startsWith("?") || (href.startsWith(site.base() + "/") && !href.startsWith("//"));
  }

  /// Where a link of this server leads.
  ///
  /// @param href without a fragment
  Optional<Target> find(String href) {
    return href.startsWith("?")
        ? links.findOnPage(self.path() + href)
        : links.find(href.substring(site.base().length()));
  }

  /// Whether a link to something else leads to this page, which says the same.
  boolean isThisInstead(Target target) {
    return target.isElsewhere() && target.address().equals(self);
  }

  /// Whether a link leads to another form of the page, or to a view that a server makes: without
  /// either its words say nothing.
  boolean isTool(String href) {
    return TOOL.matcher(href).matches()
        || href.startsWith(site.base() + Address.PACKAGES.path() + "?");
  }

  /// The name of the style, script or icon that an address loads; null if it loads none of them.
  @Nullable String asset(String href) {
    return href.startsWith(site.base() + ASSETS)
        ? href.substring(site.base().length() + ASSETS.length()).replaceFirst("\\?.*", "")
        : null;
  }

  /// A file of the site, relative to this page.
  String to(String file) {
    return up + file;
  }
}
