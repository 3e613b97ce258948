package org.parley.bargain.frontier;

import org.jspecify.annotations.NullMarked;

/// Certificates with plain numbers in place of packed data, so that each number can be altered.
@NullMarked
public final class PlainCertificates {

  private PlainCertificates() {}

  public static SelectedCertificate of(SelectedCertificate certificate) {
    return new SelectedCertificate(
        certificate.kind(),
        certificate.best(),
        certificate.floor(),
        certificate.unit(),
        of(certificate.frontier()),
        certificate.leasts().stream()
            .map(each -> new LeastWorth(each.party(), of(each.losses())))
            .toList());
  }

  /// The layers are needed where they alone prove the frontier.
  public static FrontierCertificate of(FrontierCertificate certificate) {
    FrontierCertificate uncapped = certificate.uncapped();
    return new FrontierCertificate(
        FrontierLayers.Listed.of(
            certificate.frontier(), uncapped == null && certificate.tree() == null),
        certificate.parties(),
        certificate.tree(),
        certificate.budgets(),
        uncapped == null ? null : of(uncapped));
  }
}
