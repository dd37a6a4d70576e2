import type { Detector } from './detector.ts';
import { birthDate } from './personal/birth-date.ts';
import { email } from './personal/email.ts';
import { iban } from './personal/iban.ts';
import { ipv4Address, ipv6Address } from './personal/ip-address.ts';
import { hyphenMacAddress, macAddress } from './personal/mac-address.ts';
import * as britainAndIreland from './personal/national-ids/britain-and-ireland.ts';
import * as northAmerica from './personal/national-ids/north-america.ts';
import * as northernAndEasternEurope from './personal/national-ids/northern-and-eastern-europe.ts';
import * as otherContinents from './personal/national-ids/other-continents.ts';
import * as southernEurope from './personal/national-ids/southern-europe.ts';
import * as westernEurope from './personal/national-ids/western-europe.ts';
import { identityDocument } from './personal/passport.ts';
import { paymentCard } from './personal/payment-card.ts';
import { phone } from './personal/phone.ts';
import { germanAddress, streetAddress } from './personal/street-address.ts';
import { assignedSecret } from './secrets/assigned-secret.ts';
import { authorizationHeader } from './secrets/authorization-header.ts';
import { azureClientSecret, azureKey } from './secrets/azure.ts';
import { jsonWebToken } from './secrets/json-web-token.ts';
import { privateKey } from './secrets/private-key.ts';
import { providerToken } from './secrets/provider-token.ts';
import { telegramToken } from './secrets/telegram-token.ts';
import { terraformToken } from './secrets/terraform-token.ts';
import { urlCredentials } from './secrets/url-credentials.ts';
import { webhookUrl } from './secrets/webhook-url.ts';

/** All detectors. Of two that claim the same range the earlier one names it. */
export const DETECTORS: readonly Detector[] = [
  privateKey,
  providerToken,
  terraformToken,
  jsonWebToken,
  telegramToken,
  webhookUrl,
  urlCredentials,
  azureKey,
  azureClientSecret,
  authorizationHeader,
  assignedSecret,
  email,
  paymentCard,
  iban,
  ...Object.values(northAmerica),
  ...Object.values(britainAndIreland),
  ...Object.values(westernEurope),
  ...Object.values(southernEurope),
  ...Object.values(northernAndEasternEurope),
  ...Object.values(otherContinents),
  identityDocument,
  birthDate,
  streetAddress,
  germanAddress,
  phone,
  ipv4Address,
  ipv6Address,
  macAddress,
  hyphenMacAddress,
];
