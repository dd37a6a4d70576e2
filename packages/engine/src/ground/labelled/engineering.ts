import type { LabelledFact } from './labelled-fact.ts';

export const ENGINEERING: readonly LabelledFact[] = [
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'What a deployment is'],
    evidence: [
      'A deployment is the act of putting a new version of a service into production.',
      'Services run as containers on two servers in building D; the scheduler restarts a container that stops answering its health check.',
    ],
    question: 'Where do the services of Fernhill run?',
    right: [
      'Services run as containers on two servers in building D.',
      'The scheduler restarts a container that no longer answers its health check.',
      'A deployment puts a new version of a service into production.',
    ],
    wrong: {
      number: ['Services run as containers on four servers in building D.'],
      name: [
        'Services run as containers on two servers in building A.',
        'Services run as containers on Kubernetes in building D.',
      ],
      negation: [
        'The scheduler does not restart a container that stops answering its health check.',
        'A deployment is the act of putting an old version of a service into production.',
      ],
      addition: ['Services run as containers on two servers in building D that are cooled with river water.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to deploy a service'],
    evidence: [
      "4. Watch the error rate on the service's dashboard for ten minutes.",
      'Deployments to telescope control are allowed only between 10:00 and 15:00, when no telescope is observing.',
    ],
    question: 'When may telescope control be deployed?',
    right: [
      'Deployments to telescope control are allowed only between 10:00 and 15:00.',
      'Telescope control may be deployed between 10:00 and 15:00 only, when no telescope is observing.',
      'After a deployment, watch the error rate on the dashboard of the service for ten minutes.',
    ],
    wrong: {
      number: [
        'Deployments to telescope control are allowed only between 08:00 and 15:00.',
        'Watch the error rate on the dashboard of the service for ten hours.',
        'Watch the error rate on the dashboard of the service for 30 minutes.',
      ],
      negation: [
        'Deployments to telescope control are forbidden between 10:00 and 15:00.',
        'Deployments to telescope control are not allowed between 10:00 and 15:00.',
      ],
      addition: [
        'Deployments to telescope control are allowed only between 10:00 and 15:00, and two senior astronomers must be present in the dome.',
      ],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'How to roll back'],
    evidence: [
      'A rollback takes about 40 seconds.',
      'It does not undo changes to the database, so every migration must work with the previous version as well.',
    ],
    question: 'What does a rollback of a service not undo?',
    right: [
      'A rollback does not undo changes to the database.',
      'Every migration must therefore also work with the previous version.',
      'A rollback takes around 40 seconds.',
    ],
    wrong: {
      number: ['A rollback takes about 40 minutes.', 'A rollback takes about 90 seconds.'],
      negation: [
        'A rollback undoes changes to the database.',
        'Migrations do not have to work with the previous version.',
      ],
      addition: ['A rollback takes about 40 seconds and sends an automatic invoice to the owning team.'],
      elsewhere: ['A blue-green deployment can be undone at once.'],
    },
  },
  {
    path: 'engineering/deploying.md',
    context: ['Deploying services', 'Blue-green deployment'],
    evidence: [
      'A blue-green deployment is a release method that runs the old and the new version side by side and switches traffic between them.',
      'It is used for the archive, which must not be interrupted while the data of a night is being copied.',
      'Compared with a rolling deployment, a blue-green deployment needs twice the memory but can be undone at once.',
    ],
    question: 'How does a blue-green deployment compare with a rolling one?',
    right: [
      'A blue-green deployment needs twice the memory of a rolling deployment, but it can be undone at once.',
      'It runs the old and the new version side by side and switches traffic between them.',
      'The archive uses it because it must not be interrupted while the data of a night is copied.',
    ],
    wrong: {
      number: ['A blue-green deployment needs three times the memory of a rolling deployment.'],
      negation: [
        'A blue-green deployment cannot be undone at once.',
        'The archive may be interrupted while the data of a night is being copied.',
      ],
      addition: [
        'A blue-green deployment needs twice the memory of a rolling deployment and a licence from the vendor of the load balancer.',
      ],
      name: ['A blue-green deployment is used for the Weather Gateway, which must not be interrupted.'],
    },
  },
];
