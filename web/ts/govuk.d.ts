declare module "govuk-frontend" {
  export function createAll(component: unknown, config?: unknown, scope?: Element | Document): unknown[];
  export const Button: unknown;
  export const CharacterCount: unknown;
  export const Checkboxes: unknown;
  export const ErrorSummary: unknown;
  export const NotificationBanner: unknown;
  export const PasswordInput: unknown;
  export const Radios: unknown;
  export const ServiceNavigation: unknown;
  export const SkipLink: unknown;
}
